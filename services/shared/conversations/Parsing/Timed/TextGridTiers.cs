using System.Text.RegularExpressions;
using DialInsight.Contracts;

namespace DialInsight.Conversations.Parsing.Timed;

/// <summary>
/// Reads Praat's TextGrid: each tier of intervals is a speaker's, and the intervals of all tiers, of one file or of several recorded together, follow
/// each other by the time they begin.
/// </summary>
internal static partial class TextGridTiers
{
    /// <summary>Whether a text says it is one.</summary>
    public static bool Fits(string text) => text.AsSpan(0, Math.Min(text.Length, 400)).Contains("ooTextFile", StringComparison.Ordinal);

    /// <summary>The turns of the files of one conversation.</summary>
    /// <param name="files">Each file's text, and its name, which tells the speaker where it has one tier only.</param>
    /// <param name="limits">What a conversation may hold.</param>
    /// <exception cref="RecordRefusedException">There are no intervals with words, or too much.</exception>
    public static IReadOnlyList<Turn> Read(IEnumerable<(string Text, string? File)> files, ParsingLimits limits)
    {
        List<(double Start, string Role, string Words)> intervals = [];
        foreach ((string text, string? file) in files)
            Collect(text, file, limits, intervals);

        var turns = new TurnList(limits);
        foreach ((double start, string role, string words) in intervals.OrderBy(interval => interval.Start))
            turns.Begin(role, words, TurnTime.OfSeconds(start));
        return turns.ToTurns("no tier has an interval with words: give a tier for each speaker whose intervals hold what was said");
    }

    private static void Collect(string text, string? file, ParsingLimits limits, List<(double Start, string Role, string Words)> intervals)
    {
        if (!Fits(text))
            throw new RecordRefusedException("this is no TextGrid: its first line must say ooTextFile; save it from Praat as text, or name another format by the file's ending");
        var tiers = new List<(string Name, List<(double Start, string Words)> Intervals)>();
        var tokens = new TextGridTokens(text, limits);
        while (tokens.Tier() is { } tier)
            tiers.Add(tier);

        string? speaker = tiers.Count == 1 && file is not null ? TextGridName.Of(file).Speaker : null;
        foreach ((string name, List<(double Start, string Words)> found) in tiers)
        {
            string role = speaker ?? (name.Trim().Length > 0 ? name.Trim() : "speaker");
            intervals.AddRange(found.Select(interval => (interval.Start, role, interval.Words)));
        }
    }
}

/// <summary>What a TextGrid's name says: <c>call7_doctor.TextGrid</c> is the doctor's side of call7.</summary>
/// <param name="Conversation">The name that all files of the conversation begin with.</param>
/// <param name="Speaker">Who speaks; null where the name does not end in a word.</param>
internal sealed partial record TextGridName(string Conversation, string? Speaker)
{
    public static TextGridName Of(string file)
    {
        string stem = Path.ChangeExtension(file, null);
        return Sides().Match(stem) is { Success: true } sides ? new(sides.Groups["stem"].Value, sides.Groups["side"].Value) : new(stem, null);
    }

    [GeneratedRegex(@"^(?<stem>.*[^/\\_.-])[_.-](?<side>\p{L}{1,20}\d?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Sides();
}
