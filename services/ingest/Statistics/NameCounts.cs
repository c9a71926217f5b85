namespace DialInsight.Ingest.Statistics;

/// <summary>Counts by name, of so many names at most: a source for each file must not fill the memory.</summary>
internal sealed class NameCounts
{
    private const int MostNames = 1000;
    private const string Rest = "…";

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public void Add(string? name, long count = 1)
    {
        name ??= "";
        if (_counts.Count >= MostNames && !_counts.ContainsKey(name))
            name = Rest;
        _counts[name] = _counts.GetValueOrDefault(name) + count;
    }

    public void Add(IReadOnlyDictionary<string, int>? counts)
    {
        foreach ((string name, int count) in counts ?? new Dictionary<string, int>())
            Add(name, count);
    }

    /// <summary>The counts, the largest first.</summary>
    public IReadOnlyDictionary<string, long> ToCounts() =>
        _counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
