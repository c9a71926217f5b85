namespace DialInsight.Storage.Sqlite;

/// <summary>Some consecutive documents of a query.</summary>
/// <param name="Items">The documents.</param>
/// <param name="Next">Where the next slice begins; null when there is none.</param>
internal sealed record Slice<TDocument>(IReadOnlyList<Versioned<TDocument>> Items, Position? Next)
    where TDocument : class
{
    /// <summary>
    /// Reads at most <paramref name="count"/> documents, and no further once their bodies exceed <paramref name="bytes"/>.
    /// Columns: id, version, body, order value.
    /// </summary>
    public static Slice<TDocument> Read(SqliteStatement statement, Func<SqliteStatement, Versioned<TDocument>> decode, int seen, int count, long bytes)
    {
        var items = new List<Versioned<TDocument>>(Math.Clamp(count, 0, 256));
        Position? last = null;
        while (statement.Step())
        {
            if (items.Count == count || bytes <= 0)
                return new Slice<TDocument>(items, last! with { Seen = seen + items.Count });
            bytes -= statement.Bytes(2).Length;
            items.Add(decode(statement));
            if (items.Count == count || bytes <= 0)
                last = new Position(statement.Value(3), statement.Value(0), 0);
        }

        return new Slice<TDocument>(items, null);
    }
}
