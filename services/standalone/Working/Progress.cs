using System.Globalization;
using System.Text.Json;
using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;
using Spectre.Console;

namespace DialInsight.Standalone.Working;

/// <summary>Tells a person what is going on: one live line on a terminal, plain lines elsewhere. Never a word of a conversation.</summary>
internal sealed class Progress
{
    private const int RefusalsShown = 10;
    private static readonly TimeSpan s_plainPause = TimeSpan.FromSeconds(1);

    private static readonly (string Title, string[] Path)[] s_measures =
    [
        ("prompt complexity (tokens)", ["metrics", "promptComplexity"]),
        ("input complexity (tokens)", ["metrics", "inputComplexity"]),
        ("richness of prompts", ["metrics", "richness", "prompt"]),
        ("richness of inputs", ["metrics", "richness", "input"]),
        ("richness of targets", ["metrics", "richness", "target"]),
        ("redundancy of prompts", ["metrics", "redundancy", "prompt"]),
        ("redundancy of inputs", ["metrics", "redundancy", "input"]),
        ("redundancy of targets", ["metrics", "redundancy", "target"]),
        ("share of high labels", ["quality", "shareHigh"]),
        ("share of medium labels", ["quality", "shareMedium"]),
        ("share of low labels", ["quality", "shareLow"]),
        ("share of unjudged labels", ["quality", "shareUnjudged"]),
    ];

    private readonly IAnsiConsole _console = AnsiConsole.Console;
    private readonly bool _live = !Console.IsOutputRedirected;
    private readonly HashSet<string> _remarks = [];
    private int _accepted;
    private int _duplicates;
    private int _rejected;
    private string _shown = "";
    private long _shownAt;

    /// <summary>Whether everything that was read was refused, or nothing was there to read.</summary>
    public bool NothingTaken => _accepted + _duplicates == 0;

    public static void IngestStarted(int files) => Line($"Reading {files} {(files == 1 ? "file" : "files")} …");

    public void Ingested(string file, IngestAnswer answer)
    {
        _accepted += answer.Accepted.Count;
        _duplicates += answer.Duplicates.Count;
        _rejected += answer.Rejected.Count;
        foreach (RejectedRecord record in answer.Rejected.Take(RefusalsShown))
        {
            string place = record.Line is { } line ? $"line {line}" : $"record {record.Index + 1}";
            Line($"  {record.File ?? Path.GetFileName(file)}, {place}: {record.Reason}");
        }

        if (answer.Rejected.Count > RefusalsShown)
            Line($"  {Path.GetFileName(file)}: {answer.Rejected.Count - RefusalsShown} more records were refused");
        foreach (RecordNote note in (answer.Notes ?? []).Take(RefusalsShown))
            Line($"  {Path.GetFileName(file)}: {note.Words}");
    }

    public void Refused(string file, string reason)
    {
        _rejected++;
        Line($"  {Path.GetFileName(file)}: {reason}");
    }

    public void IngestEnded() => Line($"Transcripts: {_accepted} kept, {_duplicates} duplicates, {_rejected} refused");

    public static void RunStarted(RunView run) => Line($"Run {run.Id}: recipe {run.Recipe}, {run.Cells.Count} cells, {run.Totals.Target} samples wanted");

    public void RunMoved(RunView run)
    {
        foreach (string remark in run.Warnings.Append(run.PauseDetail is { } pause ? $"{run.Status}: {pause}" : "").Where(remark => remark.Length > 0 && _remarks.Add(remark)))
            Line(_live ? $"\r\u001b[2K{remark}" : remark);

        string line = Describe(run);
        if (line == _shown || (!_live && Environment.TickCount64 - _shownAt < s_plainPause.TotalMilliseconds))
            return;

        _shown = line;
        _shownAt = Environment.TickCount64;
        if (_live)
            _console.Write(new ControlCode($"\r\u001b[2K{line[..Math.Min(line.Length, Math.Max(20, _console.Profile.Width - 1))]}"));
        else
            Line(line);
    }

    public void RunEnded(RunView run)
    {
        if (_live)
            _console.Write(new ControlCode("\r\u001b[2K"));
        if (_live || Describe(run) != _shown)
            Line(Describe(run));
        foreach (CellView cell in run.Cells.Where(cell => cell.DryReason is not null))
            Line($"  {cell.Id} ran dry at {cell.Counts.Accepted} of {cell.Counts.Target}: {cell.DryReason}");
    }

    /// <summary>Shows the measures and where the files are.</summary>
    public void Released(RunView run, JsonElement report, string folder)
    {
        Table(run, report);
        Line($"Released {run.Release}: {Path.GetFullPath(folder)}");
        Line($"Report:   {Path.GetFullPath(Path.Combine(folder, "report.html"))}");
    }

    /// <summary>Shows what the gate asked for and what was measured.</summary>
    public void Gate(RunView run, JsonElement report)
    {
        Table(run, report);
        Line("Not released: the gate refused the data set.");
        foreach (var failure in run.Failures)
            Line($"  {failure.Measure}: {Number(failure.Actual)}, asked for {Number(failure.Required)}. {failure.Explanation}");
    }

    public static int Fail(string message)
    {
        Console.Error.WriteLine($"dialinsight: {message}");
        return 1;
    }

    private static string Describe(RunView run)
    {
        CountsView totals = run.Totals;
        int waiting = run.Cells.Count(cell => cell.State == "waiting");
        string stage = run.State switch
        {
            RunState.Collecting => "collecting transcripts",
            RunState.Running when waiting > 0 && run.Curation == "manual" =>
                $"{waiting} of {run.Cells.Count} cells wait for people at the gates (GET /instructions?gate=…, POST /instructions/{{id}}/decision)",
            RunState.Running when waiting == run.Cells.Count => "making instructions",
            RunState.Running when waiting > 0 => $"making instructions for {waiting} of {run.Cells.Count} cells, labelling",
            RunState.Running when totals.Pending > 0 && totals.Pending == totals.InReview => $"{totals.InReview} labels wait for people, as the judge found no majority (GET /reviews/next, POST /reviews/{{id}})",
            RunState.Running => "labelling",
            RunState.Completed => "measuring",
            _ => run.Status,
        };
        string eta = run.EtaSeconds is { } seconds ? $" · {run.Rate:0.#}/s · about {TimeSpan.FromSeconds(Math.Ceiling(seconds)):m\\:ss} left" : "";
        return $"{stage}: {totals.Accepted} of {totals.Target} accepted · {totals.Requested} requested = {totals.Accepted} accepted + {totals.Rejected} rejected + {totals.Failed} failed + {totals.Pending} pending{eta}";
    }

    private void Table(RunView run, JsonElement report)
    {
        Table table = new Table().Border(_live ? TableBorder.Rounded : TableBorder.Ascii).AddColumn("measure").AddColumn(new TableColumn("value").RightAligned());
        table.AddRow("samples", $"{run.Totals.Accepted} of {run.Totals.Target}");
        if (Find(report, ["selection", "chosen"]) is { } chosen)
            table.AddRow("selected", $"{Number(chosen)} of {run.Totals.Accepted}");
        foreach ((string title, string[] path) in s_measures)
        {
            if (Find(report, path) is { } value)
                table.AddRow(title, Number(value));
        }

        _console.Write(table);
    }

    private static double? Find(JsonElement report, string[] path)
    {
        foreach (string name in path)
        {
            if (report.ValueKind != JsonValueKind.Object || !report.TryGetProperty(name, out report))
                return null;
        }

        return report.ValueKind == JsonValueKind.Number ? report.GetDouble() : null;
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static void Line(string text) => Console.Out.WriteLine(text);
}
