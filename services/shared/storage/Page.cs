namespace DialInsight.Storage;

/// <summary>One page of a query.</summary>
/// <param name="Items">The documents, in the query's order.</param>
/// <param name="NextCursor">Give it to the next call; null when there is nothing more. Opaque, and stable while documents are inserted.</param>
public sealed record Page<TDocument>(IReadOnlyList<Versioned<TDocument>> Items, string? NextCursor)
    where TDocument : class;
