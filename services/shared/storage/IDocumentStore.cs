namespace DialInsight.Storage;

/// <summary>
/// One database of typed documents. A service owns exactly one and no other service opens it.
/// The port asks for nothing that spans two documents: every promise below is about a single document.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The database's name, for instance <c>ingest</c>.</summary>
    string Name { get; }

    /// <summary>
    /// The collection that <paramref name="definition"/> describes. Creating its storage and indexes is deferred to the first use,
    /// so that a store that is away at start is waited for rather than fatal.
    /// </summary>
    IDocumentCollection<TDocument> Collection<TDocument>(CollectionDefinition<TDocument> definition)
        where TDocument : class;

    /// <summary>Answers when the database can be reached and written; throws otherwise. For readiness.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
