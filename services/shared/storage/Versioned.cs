namespace DialInsight.Storage;

/// <summary>A document as it was read, with the version that <see cref="IDocumentCollection{TDocument}.ReplaceAsync"/> compares.</summary>
/// <param name="Document">The document.</param>
/// <param name="Version">1 when inserted, one more with every write.</param>
public sealed record Versioned<TDocument>(TDocument Document, long Version)
    where TDocument : class;
