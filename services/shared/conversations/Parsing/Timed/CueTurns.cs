using System.Net;
using System.Text.RegularExpressions;
using DialInsight.Contracts;

namespace DialInsight.Conversations.Parsing.Timed;

/// <summary>
/// Reads SubRip and WebVTT: cues of a time span and words. The speaker is a voice tag's (<c>&lt;v Name&gt;</c>), or stands before a colon; a cue without
/// one goes on with the speaker before it.
/// </summary>
internal static partial class CueTurns
{
    private const string Nobody = "speaker";

    /// <summary>The turns, one a cue or voice, at the time it begins.</summary>
    /// <exception cref="RecordRefusedException">There is no cue, or too much in one.</exception>
    public static IReadOnlyList<Turn> Read(string text, ParsingLimits limits)
    {
        var turns = new TurnList(limits);
        string? at = null;
        bool inCue = false;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > limits.TurnCharacters)
                throw new RecordRefusedException(limits.LineOfTextTooLong);
            if (line.IsWhiteSpace())
                inCue = false;
            else if (Span().Match(line.Trim().ToString()) is { Success: true } span)
                (at, inCue) = (TurnTime.Of(span.Groups["from"].Value), true);
            else if (inCue)
                at = Add(turns, line.Trim().ToString(), at);
        }

        return turns.ToTurns("there is no cue: a line “00:00:01.000 --> 00:00:02.000” and words after it");
    }

    /// <summary>Adds a line of a cue; its first one begins a turn and uses the time up.</summary>
    private static string? Add(TurnList turns, string line, string? at)
    {
        MatchCollection voices = Voice().Matches(line);
        if (voices.Count == 0)
        {
            AddPlain(turns, line, at);
            return null;
        }

        for (int index = 0; index < voices.Count; index++)
        {
            int start = voices[index].Index + voices[index].Length;
            string words = line[start..(index + 1 < voices.Count ? voices[index + 1].Index : line.Length)];
            turns.Begin(Plain(voices[index].Groups["name"].Value), Plain(words), at);
        }

        return null;
    }

    private static void AddPlain(TurnList turns, string line, string? at)
    {
        string words = Plain(line);
        if (Named().Match(words) is { Success: true } named)
            turns.Begin(named.Groups["name"].Value.Trim(), named.Groups["words"].Value, at);
        else if (at is not null)
            turns.Begin(turns.Speaker ?? Nobody, words, at);
        else
            turns.GoOn(words);
    }

    private static string Plain(string words) => WebUtility.HtmlDecode(Markup().Replace(words, ""));

    [GeneratedRegex(
        @"^(?<from>(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();

    [GeneratedRegex(@"<v(?:\.[^\s>]{1,60})?\s(?<name>[^<>]{1,80})>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Voice();

    // The tags of the two formats: <i>, </v>, <c.yellow>, <00:00:01.500>, {\an8}. Another's angle brackets are words.
    [GeneratedRegex(@"</?(?:[ibucv]|ruby|rt|lang|font)(?:[.\s][^<>]{0,80})?>|<\d[\d:.]{4,12}>|\{\\[^{}]{1,40}\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"^(?:-\s?|>>\s?)?\[?(?<name>[\p{L}][^:：\[\]/]{0,59}?)\]?[:：](?!//)(?:\s+|(?<=：))(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
