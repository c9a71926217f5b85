using DialInsight.Labeling.Batches;
using DialInsight.Labeling.Failures;
using DialInsight.Labeling.Labels;
using DialInsight.Storage;

namespace DialInsight.Labeling;

/// <summary>This service's collections.</summary>
internal sealed class LabelingStore(IDocumentStoreFactory stores)
{
    public const string Database = "labeling";

    public IDocumentCollection<LabelDocument> Labels { get; } = stores.Open(Database).Collection(LabelDocument.Definition);

    public IDocumentCollection<RedriveDocument> Redrives { get; } = stores.Open(Database).Collection(RedriveDocument.Definition);

    public IDocumentCollection<LabelBatch> Batches { get; } = stores.Open(Database).Collection(LabelBatch.Definition);

    public IDocumentCollection<BatchDuty> BatchDuties { get; } = stores.Open(Database).Collection(BatchDuty.Definition);
}
