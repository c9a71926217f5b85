using System.Globalization;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>A run whose cells are filled or dry, on its way to a release.</summary>
internal sealed record CompletedRun : IRecorded
{
    /// <summary>The collection <c>runs</c>.</summary>
    public static CollectionDefinition<CompletedRun> Definition { get; } = new(
        "runs", run => run.Id, new("recorded", run => run.Recorded), new("state", run => run.State), new("dueAt", run => run.DueAt));

    /// <summary>The run.</summary>
    public required string Id { get; init; }

    /// <summary>What was said of it.</summary>
    public required RunCompleted Completed { get; init; }

    /// <summary>When this service heard of it (UTC); patience with counts begins here.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public RunState State { get; init; }

    /// <summary>How often somebody asked for its release again.</summary>
    public int Request { get; init; }

    /// <summary>Who asked last; null for the run's own completion.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>When it is looked at next (UTC), while it waits.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often its counts did not match yet.</summary>
    public int Looks { get; init; }

    /// <summary>The process that makes its release; null when none does.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was decided (UTC); null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What the gate refused the last request for. A run that has a release stays released by it.</summary>
    public IReadOnlyList<GateFailure> Failures { get; init; } = [];

    /// <summary>The headline measures, once it is decided.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>Its latest release; null when it has none.</summary>
    public ReleaseReference? Release { get; init; }

    /// <inheritdoc/>
    public string? Recorded { get; set; }

    /// <summary>What the document tells.</summary>
    public IEnumerable<IFact> Facts() => (State, Release) switch
    {
        (RunState.Released, { } release) when Failures.Count == 0 => [Released(release)],
        (RunState.Released or RunState.Refused, _) => [Refused()],
        _ => [],
    };

    private DatasetReleased Released(ReleaseReference release) => new()
    {
        Id = DeterministicId.Guid("dataset-released", release.Name),
        OccurredAt = DecidedAt!.Value,
        Release = release.Name,
        Version = release.Version,
        RunId = Id,
        Recipe = Completed.Recipe,
        Domain = Completed.Domain,
        Language = Completed.Language,
        Samples = release.Samples,
        SelectedFrom = release.SelectedFrom,
        Checksum = release.Checksum,
        Metrics = Metrics,
        Formats = Completed.Exports,
    };

    private ReleaseRefused Refused() => new()
    {
        Id = DeterministicId.Guid("release-refused", Id, Request.ToString(CultureInfo.InvariantCulture)),
        OccurredAt = DecidedAt!.Value,
        RunId = Id,
        Recipe = Completed.Recipe,
        Failures = Failures,
        Metrics = Metrics,
    };
}

/// <summary>A release as its run remembers it.</summary>
internal sealed record ReleaseReference(string Name, int Version, int Samples, string Checksum)
{
    /// <summary>How many accepted samples they were selected from; null where all were released.</summary>
    public int? SelectedFrom { get; init; }
}
