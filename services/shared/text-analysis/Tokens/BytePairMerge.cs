using System.Buffers;

namespace DialInsight.TextAnalysis.Tokens;

/// <summary>
/// Byte-pair encoding of one piece: the adjacent pair whose joined bytes have the lowest rank is merged first, the leftmost of equals.
/// Short pieces scan for it; long ones keep a heap, so that a line of one character class costs n log n.
/// </summary>
internal static class BytePairMerge
{
    private const int LongestScanned = 96;

    /// <summary>Counts the tokens of a piece, and appends their ids where a list is given.</summary>
    public static int Encode(RankTable ranks, ReadOnlySpan<byte> piece, List<int>? ids)
    {
        int whole = ranks.Rank(piece);
        if (whole != RankTable.None)
        {
            ids?.Add(whole);
            return 1;
        }

        return piece.Length <= LongestScanned ? Scan(ranks, piece, ids) : MergeByHeap(ranks, piece, ids);
    }

    private static int Scan(RankTable ranks, ReadOnlySpan<byte> piece, List<int>? ids)
    {
        Span<int> starts = stackalloc int[piece.Length + 1];
        Span<int> joined = stackalloc int[piece.Length + 1];
        int parts = piece.Length;
        for (int part = 0; part <= parts; part++)
        {
            starts[part] = part;
            joined[part] = part + 2 <= piece.Length ? ranks.Rank(piece.Slice(part, 2)) : RankTable.None;
        }

        while (true)
        {
            int best = IndexOfLowest(joined[..parts]);
            if (joined[best] == RankTable.None)
                break;
            starts[(best + 2)..(parts + 1)].CopyTo(starts[(best + 1)..]);
            joined[(best + 2)..(parts + 1)].CopyTo(joined[(best + 1)..]);
            parts--;
            joined[best] = Joined(ranks, piece, starts, best, parts);
            if (best > 0)
                joined[best - 1] = Joined(ranks, piece, starts, best - 1, parts);
        }

        for (int part = 0; ids is not null && part < parts; part++)
            ids.Add(ranks.Rank(piece[starts[part]..starts[part + 1]]));
        return parts;
    }

    private static int Joined(RankTable ranks, ReadOnlySpan<byte> piece, ReadOnlySpan<int> starts, int part, int parts) =>
        part + 2 <= parts ? ranks.Rank(piece[starts[part]..starts[part + 2]]) : RankTable.None;

    private static int IndexOfLowest(ReadOnlySpan<int> values)
    {
        int best = 0;
        for (int index = 1; index < values.Length; index++)
        {
            if (values[index] < values[best])
                best = index;
        }

        return best;
    }

    private static int MergeByHeap(RankTable ranks, ReadOnlySpan<byte> piece, List<int>? ids)
    {
        int[] next = ArrayPool<int>.Shared.Rent(piece.Length + 1);
        int[] previous = ArrayPool<int>.Shared.Rent(piece.Length + 1);
        int[] joined = ArrayPool<int>.Shared.Rent(piece.Length + 1);
        try
        {
            return new LinkedPiece(ranks, piece, next, previous, joined).Merge(ids);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(next);
            ArrayPool<int>.Shared.Return(previous);
            ArrayPool<int>.Shared.Return(joined);
        }
    }
}
