namespace DialInsight.Storage;

/// <summary>Some consecutive documents of a query.</summary>
/// <param name="Items">The documents.</param>
/// <param name="Next">Where the next slice begins; null when there is none.</param>
internal sealed record Slice<TDocument>(IReadOnlyList<Versioned<TDocument>> Items, Position? Next)
    where TDocument : class;
