using DialInsight.Contracts;
using DialInsight.Contracts.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.Hosting.Erasure;

/// <summary>
/// What stays of an erased transcript in a service: that it was erased, and what that took. Late messages are checked against it, and it tells
/// <see cref="ErasureApplied"/>.
/// </summary>
/// <typeparam name="TEraser">The service's eraser, which tells the tombstones of several services in one process apart.</typeparam>
public sealed record Tombstone<TEraser> : IRecorded
    where TEraser : class, ITranscriptEraser
{
    /// <summary>The transcript.</summary>
    public required string Id { get; init; }

    /// <summary>The erasure.</summary>
    public required string ErasureId { get; init; }

    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>When the erasure was heard of (UTC).</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>When everything was removed (UTC); null while something may be left.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>How often something arrived late and was removed after the first answer.</summary>
    public int Revision { get; init; }

    /// <summary>How many documents were removed or blanked, by kind.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>The releases that rows were withdrawn from.</summary>
    public IReadOnlyList<ReleaseWithdrawal> Releases { get; init; } = [];

    /// <inheritdoc/>
    public string? Recorded { get; set; }

    /// <summary>Whether something may be left.</summary>
    public bool IsOpen => AppliedAt is null;

    /// <summary>The tombstone with more counted.</summary>
    public Tombstone<TEraser> With(IReadOnlyDictionary<string, long> counts)
    {
        var sum = new SortedDictionary<string, long>(Counts.ToDictionary(), StringComparer.Ordinal);
        foreach ((string kind, long count) in counts)
            sum[kind] = sum.GetValueOrDefault(kind) + count;
        return this with { Counts = sum };
    }

    /// <summary>What the document tells: nothing while it is open.</summary>
    internal IEnumerable<IFact> Facts()
    {
        if (AppliedAt is not { } at)
            yield break;
        yield return new ErasureApplied
        {
            Id = DeterministicId.Guid("erasure-applied", Service, Id, $"{Revision}"),
            OccurredAt = at,
            ErasureId = ErasureId,
            TranscriptId = Id,
            Service = Service,
            Revision = Revision,
            Counts = Counts,
            Releases = Releases,
        };
    }
}
