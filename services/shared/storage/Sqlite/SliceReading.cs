namespace DialInsight.Storage.Sqlite;

/// <summary>Slices from a statement with the columns id, version, body, order value.</summary>
internal static class SliceReading
{
    /// <summary>Reads at most <paramref name="count"/> documents, and no further once their bodies exceed <paramref name="bytes"/>.</summary>
    public static Slice<TDocument> Read<TDocument>(SqliteStatement statement, Func<SqliteStatement, Versioned<TDocument>> decode, int seen, int count, long bytes)
        where TDocument : class
    {
        var items = new List<Versioned<TDocument>>(Math.Clamp(count, 0, 256));
        Position? last = null;
        while (statement.Step())
        {
            if (items.Count == count || bytes <= 0)
                return new Slice<TDocument>(items, last);
            bytes -= statement.Bytes(2).Length;
            items.Add(decode(statement));
            if (items.Count == count || bytes <= 0)
                last = new Position(statement.Value(3).Plain, statement.Text(0), seen + items.Count);
        }

        return new Slice<TDocument>(items, null);
    }
}
