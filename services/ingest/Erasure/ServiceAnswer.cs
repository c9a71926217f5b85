using DialInsight.Contracts.Erasure;
using DialInsight.Storage;

namespace DialInsight.Ingest.Erasure;

/// <summary>What a service has removed of a transcript. The sums of an erasure are counted from these documents and nothing else.</summary>
internal sealed record ServiceAnswer
{
    public static readonly CollectionDefinition<ServiceAnswer> Definition = new(
        "erasure-answers",
        answer => answer.Id,
        new("erasure", answer => answer.ErasureId),
        new("service", answer => answer.Service))
    {
        CompoundIndexes = [["erasure", "service"]],
    };

    public string Id => IdOf(Service, TranscriptId);

    public required string ErasureId { get; init; }

    public required string TranscriptId { get; init; }

    public required string Service { get; init; }

    public required int Revision { get; init; }

    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    public IReadOnlyList<ReleaseWithdrawal> Releases { get; init; } = [];

    public required DateTimeOffset At { get; init; }

    public static string IdOf(string service, string transcriptId) => $"{service}/{transcriptId}";

    public static ServiceAnswer Of(ErasureApplied fact) => new()
    {
        ErasureId = fact.ErasureId,
        TranscriptId = fact.TranscriptId,
        Service = fact.Service,
        Revision = fact.Revision,
        Counts = fact.Counts,
        Releases = fact.Releases,
        At = fact.OccurredAt,
    };
}
