using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>What an attempt asks of the labellers: written once, published as often as it takes.</summary>
internal sealed record RequestDocument : IRecorded, ITraced
{
    public static readonly CollectionDefinition<RequestDocument> Definition = new(
        "requests",
        request => request.Assignment.AttemptId,
        new("run", request => request.Assignment.RunId),
        new("transcript", request => request.Assignment.TranscriptId),
        new("recorded", request => request.Recorded));

    public required LabelAssignment Assignment { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? Recorded { get; set; }

    /// <inheritdoc/>
    public string? Trace { get; set; }

    public static IEnumerable<IFact> Facts(RequestDocument request) =>
    [
        new LabelRequested
        {
            Id = DeterministicId.Guid("label-requested", request.Assignment.AttemptId),
            OccurredAt = request.RequestedAt,
            Assignment = request.Assignment,
        },
    ];
}
