namespace DialInsight.Client.Erasures;

/// <summary>An erasure as callers see it.</summary>
public sealed record ErasureView
{
    /// <summary>The erasure's id.</summary>
    public required string Id { get; init; }

    /// <summary>The subject whose transcripts are erased.</summary>
    public required string Subject { get; init; }

    /// <summary>Whether every service has answered for every transcript.</summary>
    public required ErasureState State { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the last service had answered (UTC); null while it is open.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>How many transcripts were erased here so far.</summary>
    public required long Transcripts { get; init; }

    /// <summary>How many are still to be erased here.</summary>
    public required long Remaining { get; init; }

    /// <summary>What each service has answered.</summary>
    public required IReadOnlyList<ErasureServiceView> Services { get; init; }

    /// <summary>The releases that held something of the subject, and what they are since.</summary>
    public required IReadOnlyList<ErasedReleaseView> Releases { get; init; }
}

/// <summary>What a service has answered.</summary>
/// <param name="Service">The service.</param>
/// <param name="Answered">For how many transcripts it has removed everything.</param>
/// <param name="Waiting">For how many it has not answered yet.</param>
/// <param name="Counts">How many documents it removed or blanked, by kind.</param>
public sealed record ErasureServiceView(string Service, long Answered, long Waiting, IReadOnlyDictionary<string, long> Counts);

/// <summary>A release that rows were withdrawn from.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Samples">How many samples it holds since.</param>
/// <param name="Checksum">Its checksum since, hexadecimal.</param>
public sealed record ErasedReleaseView(string Release, int Rows, int Samples, string Checksum);
