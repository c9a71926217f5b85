using System.Text.RegularExpressions;

namespace DialInsight.Conversations.Parsing.Lines;

/// <summary>
/// Reads a conversation that was put on one line with tags: <c>&lt;U&gt;user's words&lt;A&gt;assistant's words</c>. What follows another tag, a call
/// and what it gave, nobody said.
/// </summary>
internal static partial class LinearisedTurns
{
    /// <summary>Whether a text has such tags.</summary>
    public static bool Fits(string text) => Spoken().IsMatch(text);

    /// <summary>Adds the turns of a text.</summary>
    public static void Add(TurnList turns, string text)
    {
        MatchCollection tags = Tag().Matches(text);
        for (int index = 0; index < tags.Count; index++)
        {
            int start = tags[index].Index + tags[index].Length;
            string words = text[start..(index + 1 < tags.Count ? tags[index + 1].Index : text.Length)];
            if (tags[index].Groups["who"].Value is "U" or "A")
                turns.Begin(tags[index].Groups["who"].Value == "U" ? "user" : "assistant", words.Replace("\\n", "\n", StringComparison.Ordinal), null);
        }
    }

    [GeneratedRegex(@"<[UA]>|^\[[UA]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"<(?<who>[A-Z]{1,5})>|^\[(?<who>[A-Z]{1,5})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
