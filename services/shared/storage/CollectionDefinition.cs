namespace DialInsight.Storage;

/// <summary>What a collection is called, how its documents are identified, and which fields queries may name.</summary>
/// <param name="Name">Lower-case letters, digits and dashes, 63 at most, unique in its database.</param>
/// <param name="Id">A document's id: computed from its inputs, never drawn, at most 200 characters.</param>
/// <param name="Fields">The indexed fields. Adding one to an existing collection fills it for the documents that are there;
/// processes that do not know it yet leave it empty in what they write, so that they are to be replaced first. A field whose meaning changes gets a new name.</param>
public sealed record CollectionDefinition<TDocument>(string Name, Func<TDocument, string> Id, params IReadOnlyList<IndexedField<TDocument>> Fields)
    where TDocument : class
{
    /// <summary>Indexes over several fields, for queries that filter by the first ones and order by the last.</summary>
    public IReadOnlyList<IReadOnlyList<string>> CompoundIndexes { get; init; } = [];
}
