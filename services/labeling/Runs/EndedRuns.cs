using DialInsight.Storage;

namespace DialInsight.Labeling.Runs;

/// <summary>Which runs are over, so that nothing more is labelled for them.</summary>
internal sealed class EndedRuns(IDocumentStoreFactory stores, TimeProvider time) : Hosting.Runs.EndedRuns(stores, LabelingStore.Database, time);
