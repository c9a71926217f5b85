namespace DialInsight.Contracts.Erasure;

/// <summary>A service has removed what it held of an erased transcript. One answer a service and transcript; a later one, with a higher revision, tells of
/// what arrived after the first.</summary>
public sealed record ErasureApplied : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The erasure.</summary>
    public required string ErasureId { get; init; }

    /// <summary>The transcript.</summary>
    public required string TranscriptId { get; init; }

    /// <summary>The service that answers, for instance <c>quality</c>.</summary>
    public required string Service { get; init; }

    /// <summary>0 for the first answer; the highest one holds, and contains those before.</summary>
    public int Revision { get; init; }

    /// <summary>How many documents were removed or blanked, by kind: <c>samples</c>, <c>answers</c> and so on. Empty where the service held nothing.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>The releases that rows of the transcript were withdrawn from.</summary>
    public IReadOnlyList<ReleaseWithdrawal> Releases { get; init; } = [];
}
