using System.Buffers;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Finds words of a list in texts: all of them in one pass.</summary>
internal sealed class WordScan(IEnumerable<string> words)
{
    private readonly string[] _words = [.. words.Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(word => word.Length)];
    private readonly SearchValues<string> _any = SearchValues.Create([.. words.Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text holds one of the words, also inside another word.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(_any);

    /// <summary>Where the first one stands, and the longest that begins there; -1 where there is none.</summary>
    public (int At, int Length) First(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAny(_any);
        if (at < 0)
            return (-1, 0);
        foreach (string word in _words)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return (at, word.Length);
        }

        return (-1, 0);
    }

    /// <summary>Whether a text holds one of the words by itself: Latin letters do not go on before or after it.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        for ((int at, int length) = First(text); at >= 0; (at, length) = First(text))
        {
            if (IsEdge(text, at) && IsEdge(text, at + length))
                return true;
            text = text[(at + 1)..];
        }

        return false;
    }

    private static bool IsEdge(ReadOnlySpan<char> text, int at) =>
        at == 0 || at == text.Length || !char.IsAsciiLetter(text[at - 1]) || !char.IsAsciiLetter(text[at]);
}
