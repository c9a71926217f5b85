namespace DialInsight.Ingest.Deduplication;

/// <summary>What a conversation nearly repeats.</summary>
/// <param name="Of">The transcript's id.</param>
/// <param name="Similarity">The Jaccard similarity of the two.</param>
internal sealed record NearDuplicate(string Of, double Similarity);
