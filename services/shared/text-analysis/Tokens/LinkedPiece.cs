namespace DialInsight.TextAnalysis.Tokens;

/// <summary>A long piece while it is merged: a linked list of parts named by their first byte, and a heap of what may be joined.</summary>
internal readonly ref struct LinkedPiece
{
    private readonly RankTable _ranks;
    private readonly ReadOnlySpan<byte> _piece;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _joined;
    private readonly MergeQueue _candidates;

    /// <summary>Starts with one part a byte. The arrays need one place more than the piece has bytes.</summary>
    public LinkedPiece(RankTable ranks, ReadOnlySpan<byte> piece, int[] next, int[] previous, int[] joined)
    {
        _ranks = ranks;
        _piece = piece;
        (_next, _previous, _joined) = (next, previous, joined);
        _candidates = new MergeQueue(piece.Length);
        for (int part = 0; part <= piece.Length; part++)
            (next[part], previous[part], joined[part]) = (part + 1, part - 1, RankTable.None);
        for (int part = 0; part + 1 < piece.Length; part++)
            Offer(part);
    }

    /// <summary>Merges until no two neighbours make a token; counts the parts and appends their ids.</summary>
    public int Merge(List<int>? ids)
    {
        int parts = _piece.Length;
        while (_candidates.TryTake(out int rank, out int part))
        {
            // An entry whose rank is no longer the part's own was overtaken by a merge beside it.
            if (_joined[part] != rank)
                continue;
            Absorb(part, _next[part]);
            parts--;
        }

        for (int part = 0; ids is not null && part < _piece.Length; part = _next[part])
            ids.Add(_ranks.Rank(_piece[part.._next[part]]));
        return parts;
    }

    private void Absorb(int part, int absorbed)
    {
        int after = _next[absorbed];
        _joined[absorbed] = RankTable.None;
        _next[part] = after;
        _previous[after] = part;
        Offer(part);
        if (part > 0)
            Offer(_previous[part]);
    }

    private void Offer(int part)
    {
        int second = _next[part];
        int rank = second < _piece.Length ? _ranks.Rank(_piece[part.._next[second]]) : RankTable.None;
        _joined[part] = rank;
        if (rank != RankTable.None)
            _candidates.Add(rank, part);
    }
}
