using System.Collections;

namespace DialInsight.TextAnalysis.Vectors;

/// <summary>A list whose items are made when they are asked for, each time anew.</summary>
/// <param name="count">How many there are.</param>
/// <param name="make">Makes the item of a place; safe to call from many threads.</param>
internal sealed class MadeList<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public T this[int index] => (uint)index < (uint)count ? make(index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (int index = 0; index < count; index++)
            yield return make(index);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
