using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>Which runs are over, so that their late samples are not judged.</summary>
internal sealed class EndedRuns(IDocumentStoreFactory stores, TimeProvider time) : Hosting.Runs.EndedRuns(stores, "quality", time);
