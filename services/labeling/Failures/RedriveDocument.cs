using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.Labeling.Failures;

/// <summary>Somebody asked that a failed attempt be tried again. Asking again is the same request.</summary>
internal sealed record RedriveDocument : IRecorded
{
    public static readonly CollectionDefinition<RedriveDocument> Definition = new(
        "redrives", redrive => redrive.AttemptId, new IndexedField<RedriveDocument>("recorded", redrive => redrive.Recorded));

    public required string AttemptId { get; init; }

    public required string RunId { get; init; }

    public required string CellId { get; init; }

    public required int Slot { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? Recorded { get; set; }

    public static IEnumerable<IFact> Facts(RedriveDocument redrive) =>
    [
        new RedriveRequested
        {
            Id = DeterministicId.Guid("redrive-requested", redrive.AttemptId),
            OccurredAt = redrive.RequestedAt,
            AttemptId = redrive.AttemptId,
            RunId = redrive.RunId,
            CellId = redrive.CellId,
            Slot = redrive.Slot,
            RequestedBy = redrive.RequestedBy,
        },
    ];
}
