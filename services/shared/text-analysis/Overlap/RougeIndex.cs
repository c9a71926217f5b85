using System.Runtime.InteropServices;

namespace DialInsight.TextAnalysis.Overlap;

/// <summary>
/// Texts that others are compared with by ROUGE-L, exactly and without comparing each: what two texts have in common as multisets of units is
/// never less than their common subsequence, and an inverted index counts it; only texts whose bound reaches the minimum are compared. Memory is
/// linear in the length of the texts (about 12 bytes a unit). Not for several threads at once.
/// </summary>
/// <param name="language"><c>zh</c> or <c>zh-…</c> compares characters, every other language words.</param>
public sealed class RougeIndex(string language)
{
    private readonly Dictionary<string, int> _units = new(StringComparer.Ordinal);
    private readonly List<List<Posting>> _postings = [];
    private readonly List<int[]> _texts = [];

    /// <summary>How many texts there are.</summary>
    public int Count => _texts.Count;

    /// <summary>Adds a text; answers its number.</summary>
    public int Add(string text)
    {
        int number = _texts.Count;
        int[] units = [.. RougeUnits.Of(text, language).Select(Known)];
        _texts.Add(units);
        foreach ((int unit, int times) in Counted(units))
            _postings[unit].Add(new Posting(number, times));
        return number;
    }

    /// <summary>The texts whose F to <paramref name="text"/> is <paramref name="minimum"/> or more, the most similar first, of equals the earlier.</summary>
    /// <param name="text">The text to compare.</param>
    /// <param name="minimum">Above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is not in its range.</exception>
    public IReadOnlyList<RougeMatch> Similar(string text, double minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimum, 1);
        int[] units = Read(text);
        var pattern = new SubsequencePattern(units);
        List<RougeMatch> found = [];
        foreach (RougeMatch bound in Bounds(units))
        {
            if (bound.F < minimum)
                continue;
            double f = Compare(pattern, units.Length, bound.Number);
            if (f >= minimum)
                found.Add(new RougeMatch(bound.Number, f));
        }

        found.Sort(MostSimilarFirst);
        return found;
    }

    /// <summary>The most similar of the texts that <paramref name="among"/> admits (every one where it is null), of equals the earliest; null where none has
    /// a unit in common.</summary>
    public RougeMatch? Nearest(string text, Predicate<int>? among = null)
    {
        int[] units = Read(text);
        var pattern = new SubsequencePattern(units);
        List<RougeMatch> bounds = [.. Bounds(units).Where(bound => among?.Invoke(bound.Number) ?? true)];
        bounds.Sort(MostSimilarFirst);
        RougeMatch? nearest = null;
        // Once a bound is below the best, so is everything behind it.
        foreach (RougeMatch bound in bounds.TakeWhile(bound => nearest is null || bound.F >= nearest.Value.F))
        {
            double f = Compare(pattern, units.Length, bound.Number);
            if (nearest is null || f > nearest.Value.F || (f == nearest.Value.F && bound.Number < nearest.Value.Number))
                nearest = new RougeMatch(bound.Number, f);
        }

        return nearest;
    }

    private double Compare(SubsequencePattern pattern, int length, int number) =>
        RougeL.F(pattern.CommonWith(_texts[number]), length, _texts[number].Length);

    /// <summary>For each text with a unit in common, what F can be at most.</summary>
    private IEnumerable<RougeMatch> Bounds(int[] units)
    {
        var common = new int[_texts.Count];
        foreach ((int unit, int times) in Counted(units).Where(counted => counted.Unit < _postings.Count))
        {
            foreach (Posting posting in CollectionsMarshal.AsSpan(_postings[unit]))
                common[posting.Number] += Math.Min(times, posting.Times);
        }

        for (int number = 0; number < common.Length; number++)
        {
            if (common[number] > 0)
                yield return new RougeMatch(number, RougeL.F(common[number], units.Length, _texts[number].Length));
        }
    }

    /// <summary>The text's units; those that no text has get numbers behind all others, and are not remembered.</summary>
    private int[] Read(string text)
    {
        Dictionary<string, int> unknown = new(StringComparer.Ordinal);
        return [.. RougeUnits.Of(text, language).Select(unit =>
        {
            if (_units.TryGetValue(unit, out int known))
                return known;
            unknown.TryAdd(unit, _units.Count + unknown.Count);
            return unknown[unit];
        })];
    }

    private int Known(string unit)
    {
        if (_units.TryGetValue(unit, out int known))
            return known;
        _postings.Add([]);
        return _units[unit] = _units.Count;
    }

    private static IEnumerable<(int Unit, int Times)> Counted(int[] units) => units.CountBy(unit => unit).Select(counted => (counted.Key, counted.Value));

    private static int MostSimilarFirst(RougeMatch first, RougeMatch second) =>
        first.F != second.F ? second.F.CompareTo(first.F) : first.Number.CompareTo(second.Number);

    /// <summary>A text that holds a unit, and how often.</summary>
    private readonly record struct Posting(int Number, int Times);
}
