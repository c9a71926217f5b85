namespace DialInsight.Storage;

/// <summary>What a collection is called, how its documents are identified, and which fields queries may name.</summary>
/// <param name="Name">Lower-case letters and dashes, unique in its database.</param>
/// <param name="Id">A document's id: computed from its inputs, never drawn, at most 200 characters.</param>
/// <param name="Fields">The indexed fields. Adding one to an existing collection fills it for the documents that are there.</param>
public sealed record CollectionDefinition<TDocument>(string Name, Func<TDocument, string> Id, params IReadOnlyList<IndexedField<TDocument>> Fields)
    where TDocument : class
{
    /// <summary>Indexes over several fields, for queries that filter by the first ones and order by the last.</summary>
    public IReadOnlyList<IReadOnlyList<string>> CompoundIndexes { get; init; } = [];
}
