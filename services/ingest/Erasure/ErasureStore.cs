using DialInsight.Storage;

namespace DialInsight.Ingest.Erasure;

/// <summary>The collections of erasures.</summary>
internal sealed class ErasureStore(IDocumentStoreFactory stores)
{
    public IDocumentCollection<ErasureDocument> Erasures { get; } = stores.Open(IngestModule.Database).Collection(ErasureDocument.Definition);

    public IDocumentCollection<ServiceAnswer> Answers { get; } = stores.Open(IngestModule.Database).Collection(ServiceAnswer.Definition);
}
