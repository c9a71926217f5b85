using DialInsight.DomainPacks.Cleaning;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Patterns that are looked for together: a first look at a text tells of most that none of them is there.</summary>
internal sealed class PatternList
{
    private readonly TextPattern[] _patterns;
    private readonly WordScan? _keys;

    public PatternList(IEnumerable<TextPattern> patterns)
    {
        _patterns = [.. patterns];
        string?[] keys = [.. _patterns.Select(pattern => pattern.Key)];
        _keys = keys.Contains(null) ? null : new WordScan(keys!);
    }

    /// <summary>Whether one of them may be in a text.</summary>
    public bool MayBeIn(string text) => _patterns.Length > 0 && (_keys is null || _keys.IsIn(text));

    /// <summary>Whether one of them is the whole of a line that is folded and trimmed.</summary>
    public bool Fits(string line) => line.Length is > 0 and <= TextPattern.LongestLine && Array.Exists(_patterns, pattern => pattern.IsMatch(line));

    /// <summary>How much of a folded line's beginning they are, the longest of them.</summary>
    public int PrefixOf(string line)
    {
        int longest = 0;
        foreach (TextPattern pattern in _patterns)
            longest = Math.Max(longest, pattern.PrefixOf(line));
        return longest;
    }
}
