using System.Text.RegularExpressions;
using DialInsight.Contracts;

namespace DialInsight.Conversations.Parsing.Lines;

/// <summary>
/// Reads a conversation written line by line: <c>speaker: words</c> with or without a time, an IRC log, a chat's export, a Markdown transcript.
/// A line that begins no turn goes on with the one before it.
/// </summary>
internal static partial class TextTurns
{
    /// <summary>The turns of a text.</summary>
    /// <exception cref="RecordRefusedException">It has none, or goes over a limit.</exception>
    public static IReadOnlyList<Turn> Read(string text, ParsingLimits limits, bool markdown = false)
    {
        LineGrammar grammar = LineGrammars.Choose(text, markdown);
        var turns = new TurnList(limits);
        foreach (ReadOnlySpan<char> line in Body(text, markdown).EnumerateLines())
        {
            if (line.IsWhiteSpace())
                continue;
            if (line.Length > limits.TurnCharacters)
                throw new RecordRefusedException(limits.LineOfTextTooLong);
            Add(turns, Trimmed(line), grammar);
        }

        return turns.ToTurns("no line reads “speaker: words”, nor as a chat's export does: begin each turn with who speaks, or name another format by the file's ending or the Content-Type");
    }

    /// <summary>A line without the white space around it, and without the marks of direction that some programs begin it with.</summary>
    public static string Trimmed(ReadOnlySpan<char> line) => line.Trim().TrimStart("\u200E\u200F\u202A\u202B\u202C\uFEFF").ToString();

    private static void Add(TurnList turns, string line, LineGrammar grammar)
    {
        if (IsNotice(line, grammar))
            return;
        if (grammar.Turn.Match(line) is not { Success: true } match)
        {
            turns.GoOn(Words(line, grammar));
            return;
        }

        string words = Words(match.Groups["words"].Value, grammar), at = match.Groups["at"].Value;

        // Markdown transcripts have the time, where they have it, after the name too: **Name:** [05:32] words.
        if (grammar.Markdown && at.Length == 0 && LeadingTime().Match(words) is { Success: true } time)
            (at, words) = (time.Groups["at"].Value, words[time.Length..]);
        turns.Begin(match.Groups["speaker"].Value.Trim(), words, TurnTime.Of(at, grammar.TimeOfDay));
    }

    // A heading that begins a turn is no notice; a bold mark with nothing but a time is, though it reads like a turn.
    private static bool IsNotice(string line, LineGrammar grammar) =>
        grammar.Notice?.IsMatch(line) == true && (!grammar.Turn.IsMatch(line) || line[0] is '*' or '_' or '=' or '-');

    private static string Words(string words, LineGrammar grammar) => grammar.Markdown ? Escape().Replace(words, "$1") : words;

    /// <summary>A Markdown file without the settings that may stand before it.</summary>
    private static ReadOnlySpan<char> Body(string text, bool markdown)
    {
        if (!markdown || !text.StartsWith("---", StringComparison.Ordinal))
            return text;
        int end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        return end < 0 ? text : text.AsSpan(end + 4);
    }

    [GeneratedRegex(@"^\[(?<at>" + TurnTime.ClockPattern + @")\]\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingTime();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!<>~|])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
