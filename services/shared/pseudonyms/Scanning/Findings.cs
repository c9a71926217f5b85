namespace DialInsight.Pseudonyms.Scanning;

/// <summary>What the scanners found. The first to claim a place keeps it, so scanners run from the surest to the least sure.</summary>
internal sealed class Findings(int length)
{
    private readonly bool[] _taken = new bool[length];
    private readonly List<IdentifierSpan> _spans = [];

    /// <summary>Claims a place unless any of it is taken.</summary>
    public bool TryAdd(int start, int end, IdentifierType type)
    {
        if (start >= end || !IsFree(start, end))
            return false;
        _taken.AsSpan(start, end - start).Fill(true);
        _spans.Add(new IdentifierSpan(start, end, type));
        return true;
    }

    /// <summary>Whether nothing of a place is taken.</summary>
    public bool IsFree(int start, int end) => !_taken.AsSpan(start, end - start).Contains(true);

    /// <summary>All, in the order in which they were found.</summary>
    public IReadOnlyList<IdentifierSpan> Found => _spans;

    /// <summary>All, in the order of the text.</summary>
    public IReadOnlyList<IdentifierSpan> Spans()
    {
        _spans.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return _spans;
    }
}
