namespace DialInsight.Datasets.Selection;

/// <summary>Picks a few of many as they pass: those that come first in an order.</summary>
/// <param name="most">How many, at least 1.</param>
public sealed class SamplePicker<T>(int most)
{
    private readonly SortedDictionary<string, T> _picked = new(StringComparer.Ordinal);

    /// <summary>What is picked so far, in the order.</summary>
    public IEnumerable<T> Picked => _picked.Values;

    /// <summary>Offers the next one; it is made only where it is picked.</summary>
    /// <param name="order">Its place in the order, another for each: a hash of its id picks at random, and the same ones every time.</param>
    /// <param name="make">Makes it.</param>
    public void Offer(string order, Func<T> make)
    {
        if (_picked.Count == most && string.CompareOrdinal(order, _picked.Keys.Last()) > 0)
            return;
        _picked[order] = make();
        if (_picked.Count > most)
            _picked.Remove(_picked.Keys.Last());
    }
}
