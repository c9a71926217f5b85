using DialInsight.Client.Runs;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.DomainPacks.Recipes;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>One recipe being filled.</summary>
internal sealed record RunDocument : IRecorded
{
    public static readonly CollectionDefinition<RunDocument> Definition = new(
        "runs",
        run => run.Id,
        new("state", run => run.State),
        new("createdAt", run => run.CreatedAt),
        new("recorded", run => run.Recorded));

    public required string Id { get; init; }

    public required Recipe Recipe { get; init; }

    /// <summary>Which version of the recipe's name this is, from 1; 0 in runs of an older version.</summary>
    public int RecipeVersion { get; init; }

    /// <summary>The domain pack and its version, <c>name@version</c>.</summary>
    public required string Domain { get; init; }

    public required RunState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>How many transcripts are known to be on their way; null where nobody said.</summary>
    public int? ExpectedTranscripts { get; init; }

    /// <summary>What the run needs of each cell; empty until its dialogues are frozen.</summary>
    public IReadOnlyList<RunCell> Cells { get; init; } = [];

    /// <summary>The edited template parts and formats that it uses, by version; those that are not here are as the pack's files have them.</summary>
    public IReadOnlyDictionary<string, int> TemplateVersions { get; init; } = new Dictionary<string, int>();

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What became of each cell; empty until the run is completed.</summary>
    public IReadOnlyList<CellOutcome> Outcomes { get; init; } = [];

    /// <summary>What instructions and prompts cost, by purpose and model; known when the run is completed.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];

    /// <summary>What the run may cost: what its recipe said, or what somebody raised it to. Null is no limit.</summary>
    public decimal? BudgetLimit { get; init; }

    /// <summary>Why it is paused; null while it is not.</summary>
    public RunPause? Pause { get; init; }

    /// <summary>When it was last taken up after a pause.</summary>
    public DateTimeOffset? ResumedAt { get; init; }

    /// <summary>How long it was paused in all, the pause it is in left out.</summary>
    public TimeSpan PausedFor { get; init; }

    public string? Release { get; init; }

    public IReadOnlyList<GateFailure> Failures { get; init; } = [];

    /// <summary>The writer that drives the run; another takes over when it is dead.</summary>
    public string? Owner { get; init; }

    public string? Recorded { get; set; }

    public bool IsOver => State is RunState.Released or RunState.Refused or RunState.Cancelled;
}
