namespace DialInsight.Contracts.Ingest;

/// <summary>A transcript was erased on request: whoever derived something from it removes that too.</summary>
public sealed record TranscriptErased : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The erasure this is part of.</summary>
    public required string ErasureId { get; init; }

    /// <summary>The transcript.</summary>
    public required string TranscriptId { get; init; }

    /// <summary>The subject whose erasure was asked for.</summary>
    public required string Subject { get; init; }
}
