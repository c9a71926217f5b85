using DialInsight.Storage;

namespace DialInsight.Quality.Reports;

/// <summary>Picks a few of many by a fixed random order, as they pass.</summary>
internal sealed class SamplePicker<T>(string seed, int most)
{
    private readonly SortedDictionary<string, T> _picked = new(StringComparer.Ordinal);

    /// <summary>What is picked so far.</summary>
    public IEnumerable<T> Picked => _picked.Values;

    /// <summary>Offers the next one; it is made only where it is picked.</summary>
    public void Offer(string id, Func<T> make)
    {
        string order = DeterministicId.Of(16, seed, id);
        if (_picked.Count == most && string.CompareOrdinal(order, _picked.Keys.Last()) > 0)
            return;
        _picked[order] = make();
        if (_picked.Count > most)
            _picked.Remove(_picked.Keys.Last());
    }
}
