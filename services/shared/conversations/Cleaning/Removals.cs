namespace DialInsight.Conversations.Cleaning;

/// <summary>What cleaning removes from one conversation: counted by rule, and kept word by word where somebody wants to see it.</summary>
internal sealed class Removals(bool keepWords)
{
    private const int LongestWords = 200;

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<RemovedText> _words = [];

    /// <summary>The turn that is being cleaned, from 0.</summary>
    public int Turn { get; set; }

    /// <summary>How often each rule removed something.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>What was removed; empty where nobody wants to see it.</summary>
    public IReadOnlyList<RemovedText> Words => _words;

    /// <summary>Tells that a rule removed something.</summary>
    public void Add(string rule, ReadOnlySpan<char> words)
    {
        _counts[rule] = _counts.GetValueOrDefault(rule) + 1;
        if (keepWords)
            _words.Add(new RemovedText(rule, Turn, words.Length > LongestWords ? $"{words[..LongestWords]}…" : words.ToString()));
    }
}
