namespace DialInsight.Ingest.Deduplication;

/// <summary>The records that were not kept because they repeat a transcript.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Latest">The latest of them, 100 at most.</param>
internal sealed record TranscriptDuplicates(long Count, IReadOnlyList<TranscriptDuplicate> Latest)
{
    /// <summary>How many are told one by one.</summary>
    public const int Most = 100;
}

/// <summary>A record that was not kept because it repeats a transcript. Its words are not known any more.</summary>
/// <param name="Similarity">1 for the same conversation, less for one that differs in some words.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Subject">The person it was about, an opaque key.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="At">When it was sent first (UTC).</param>
internal sealed record TranscriptDuplicate(double Similarity, string? Source, string? Subject, string? Channel, DateTimeOffset At)
{
    public static TranscriptDuplicate Of(DuplicateDocument duplicate) => new(duplicate.Similarity, duplicate.Source, duplicate.Subject, duplicate.Channel, duplicate.IngestedAt);
}
