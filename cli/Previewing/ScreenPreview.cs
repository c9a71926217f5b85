using System.Globalization;
using DialInsight.Cli.Ingesting;
using DialInsight.Contracts;
using DialInsight.Conversations.Preparing;
using DialInsight.Pseudonyms;
using Spectre.Console;

namespace DialInsight.Cli.Previewing;

/// <summary>For people: some conversations of each file with their surrogates marked, what was removed, what was refused, and the sums.</summary>
/// <param name="output">Where to.</param>
/// <param name="most">How many conversations of each file.</param>
internal sealed class ScreenPreview(TextWriter output, int most) : IPreviewReport
{
    private const int MostTurns = 30, MostRefusals = 20, LongestExample = 60, PlainWidth = 160;

    private readonly IAnsiConsole _console = Console(output);
    private int _shown;
    private int _refused;

    public void Begun(IReadOnlyList<string> files)
    {
        (_shown, _refused) = (0, 0);
        _console.Write(new Rule($"[bold]{Markup.Escape(files.Count == 1 ? files[0] : $"{Path.GetDirectoryName(files[0])}: {files.Count} files together")}[/]") { Justification = Justify.Left });
    }

    public void Read(PreviewedRecord record)
    {
        if (record.Preparation.Conversation is { } conversation)
        {
            if (_shown++ < most)
                Show(record, conversation);
        }
        else if (_refused++ < MostRefusals)
        {
            string place = record.Position.Line is { } line ? $"line {line}" : $"record {record.Position.Index}";
            _console.MarkupLineInterpolated($"[red]refused[/] {Inside(record)}{place}: {record.Preparation.Refusal}");
        }
    }

    public void Ended(PreviewSums sums)
    {
        if (_shown > most)
            _console.MarkupLineInterpolated($"[grey]… and {_shown - most} more: --show N shows more of them, --json all[/]");
        if (_refused > MostRefusals)
            _console.MarkupLineInterpolated($"[grey]… and {_refused - MostRefusals} more were refused: --json lists all[/]");
        _console.MarkupLineInterpolated($"{Names(sums.Formats, "nothing read")} · {Names(sums.Encodings, "no text")} · {sums.Records} records: {sums.Kept} kept, {sums.Refused} refused");
        _console.WriteLine();
    }

    public void Summed(PreviewSums total)
    {
        _console.Write(new Rule("[bold]Summary[/]") { Justification = Justify.Left });
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(new TableColumn("what") { NoWrap = true }).AddColumn("how many");
        Row(table, "files", Number(total.Files));
        Row(table, "records", $"{Number(total.Records)}: {Number(total.Kept)} kept, {Number(total.Refused)} refused");
        Row(table, "turns", Number(total.Turns));
        Row(table, "formats", Counts(total.Formats));
        Row(table, "encodings", Counts(total.Encodings));
        Row(table, "languages", Counts(total.Languages));
        Row(table, "scenarios", Counts(total.Scenarios));
        Row(table, "personal data", Counts(total.Pseudonyms));
        foreach ((string rule, long count) in total.Cleaned)
            Row(table, $"removed: {rule}", $"{Number(count)}{Examples(total, rule)}");
        Row(table, "do not cohere", Counts(total.Coherence));
        Row(table, "to be mended", Counts(total.Notes));
        _console.Write(table);
    }

    private void Show(PreviewedRecord record, PreparedConversation conversation)
    {
        string[] facts =
        [
            conversation.Domain is null ? conversation.Scenario : $"{conversation.Domain}/{conversation.Scenario} ({conversation.ScenarioOrigin.ToString().ToLowerInvariant()})",
            conversation.Channel ?? "", conversation.Script ?? conversation.Language, string.Join(", ", conversation.Coherence),
        ];
        _console.MarkupLineInterpolated($"[bold]{Inside(record)}{record.RecordId ?? $"record {record.Position.Index}"}[/] [grey]{string.Join(" · ", facts.Where(fact => fact.Length > 0))}[/]");
        for (int index = 0; index < Math.Min(MostTurns, conversation.Turns.Count); index++)
            _console.MarkupLine(Line(conversation.Turns[index], record.Preparation.Replaced[index]));
        if (conversation.Turns.Count > MostTurns)
            _console.MarkupLineInterpolated($"  [grey]… {conversation.Turns.Count - MostTurns} more turns[/]");
        if (conversation.Cleaned.Count > 0)
            _console.MarkupLineInterpolated($"  [yellow]removed[/] {string.Join(", ", conversation.Cleaned.Select(rule => $"{rule.Key} {rule.Value}"))}");
        foreach (PreparationNote note in record.Preparation.Notes)
            _console.MarkupLineInterpolated($"  [yellow]{note.Kind}[/] {note.Value}");
        _console.WriteLine();
    }

    private static string Line(Turn turn, IReadOnlyList<ReplacedSpan> spans)
    {
        string at = turn.At is null ? "" : $"[grey]{Markup.Escape(turn.At)}[/] ";
        IEnumerable<string> pieces = TurnMarks.Pieces(turn.Text, spans).Select(piece => piece.Type is { } type
            ? $"[aqua]{Markup.Escape(piece.Text)}[/][grey]‹{type.ToName()}›[/]"
            : Markup.Escape(piece.Text));
        return $"  {at}[green]{Markup.Escape(turn.Role)}[/]: {string.Concat(pieces)}";
    }

    /// <summary>The file of an archive that a record is in.</summary>
    private static string Inside(PreviewedRecord record) =>
        record.Position.File is { } file && file != SpooledInput.Sign && !File.Exists(file) ? $"{file} " : "";

    private static void Row(Table table, string what, string value)
    {
        if (value.Length > 0)
            table.AddRow(new Text(what), new Text(value));
    }

    private static string Examples(PreviewSums sums, string rule)
    {
        string[] texts = [.. sums.Removed.GetValueOrDefault(rule, []).Select(text => text.ReplaceLineEndings(" ").Trim()).Where(text => text.Length > 0)];
        return texts.Length == 0 ? "" : $"  as in “{string.Join("”, “", texts.Select(text => text.Length > LongestExample ? $"{text[..LongestExample]}…" : text))}”";
    }

    private static string Names(SortedDictionary<string, long> counts, string none) => counts.Count == 0 ? none : string.Join(", ", counts.Keys);

    private static string Counts(SortedDictionary<string, long> counts) =>
        string.Join(", ", counts.OrderByDescending(count => count.Value).Select(count => $"{count.Key} {Number(count.Value)}"));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static IAnsiConsole Console(TextWriter output)
    {
        bool isPlain = System.Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect });
        if (isPlain)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
