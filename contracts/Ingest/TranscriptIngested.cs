namespace DialInsight.Contracts.Ingest;

/// <summary>A conversation was parsed, normalised and kept, and repeats none that was there.</summary>
public sealed record TranscriptIngested : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The transcript's id, computed from its normalised turns.</summary>
    public required string TranscriptId { get; init; }

    /// <summary>The domain pack that the scenario is of.</summary>
    public string? Domain { get; init; }

    /// <summary>The scenario's id in the domain pack.</summary>
    public required string Scenario { get; init; }

    /// <summary>How the scenario was found.</summary>
    public required ScenarioOrigin ScenarioOrigin { get; init; }

    /// <summary>The channel's id in the domain pack, or as given.</summary>
    public string? Channel { get; init; }

    /// <summary>The language: <c>zh</c>, <c>en</c> or <c>other</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where it came from: a file, a system.</summary>
    public string? Source { get; init; }

    /// <summary>The person it is about, an opaque key; erasure goes by it.</summary>
    public string? Subject { get; init; }

    /// <summary>The dialogue.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }
}
