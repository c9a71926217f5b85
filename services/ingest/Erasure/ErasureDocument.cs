using DialInsight.Client.Erasures;
using DialInsight.Storage;

namespace DialInsight.Ingest.Erasure;

/// <summary>Everything about a subject being erased. It stays open, and takes what comes of the subject meanwhile, until every service has answered.</summary>
internal sealed record ErasureDocument
{
    public static readonly CollectionDefinition<ErasureDocument> Definition = new(
        "erasures",
        erasure => erasure.Id,
        new("subject", erasure => erasure.Subject),
        new("state", erasure => erasure.State),
        new("requestedAt", erasure => erasure.RequestedAt));

    public required string Id { get; init; }

    public required string Subject { get; init; }

    public ErasureState State { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>When services that have not answered are told again; later each time.</summary>
    public required DateTimeOffset NudgeAt { get; init; }

    public int Nudges { get; init; }

    /// <summary>The id of a subject's <paramref name="number"/>-th erasure, from 0.</summary>
    public static string IdOf(string subject, long number) => $"e-{DeterministicId.Of(24, "erasure", subject, $"{number}")}";
}
