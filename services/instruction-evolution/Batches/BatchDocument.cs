using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.LanguageModels;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>A number of instructions being made for one cell. The document is the whole of its progress: whoever reads it can go on.</summary>
internal sealed record BatchDocument : IRecorded
{
    public static readonly CollectionDefinition<BatchDocument> Definition = new(
        "batches",
        batch => batch.Id,
        new("state", batch => batch.State),
        new("run", batch => batch.RunId),
        new("pool", batch => batch.Pool),
        new("requestedAt", batch => batch.RequestedAt),
        new("recorded", batch => batch.Recorded));

    public required string Id { get; init; }

    public string? RunId { get; init; }

    public string? CellId { get; init; }

    /// <summary>The cell's place in its run: batches of a run are seeded in this order, so that the outcome does not hang on timing.</summary>
    public int Order { get; init; }

    public required string Domain { get; init; }

    public required string Scenario { get; init; }

    public required string TaskType { get; init; }

    public required string Language { get; init; }

    public required int Wanted { get; init; }

    public required CurationPolicy Curation { get; init; }

    public IReadOnlyList<string> GroundingTranscripts { get; init; } = [];

    /// <summary>The operators' texts that tuning had found better when the batch began: fixed, so that a repeated call is the same call.</summary>
    public IReadOnlyList<OperatorMethod> Methods { get; init; } = [];

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The person, or <c>run:</c> and the run's id.</summary>
    public required string RequestedBy { get; init; }

    public BatchState State { get; init; } = BatchState.Waiting;

    /// <summary>The earlier batch of the same cell that it waits for.</summary>
    public string? Behind { get; init; }

    public int Cycle { get; init; }

    /// <summary>How many times a model was asked for seeds; also the number of the next draw.</summary>
    public int Draws { get; init; }

    /// <summary>The same within this cycle.</summary>
    public int CycleDraws { get; init; }

    /// <summary>What the next draw asks for, frozen before the call so that a repeated call is the same call; null between draws.</summary>
    public SeedPlan? Plan { get; init; }

    /// <summary>How many model seeds this cycle still lacks; null before its first draw.</summary>
    public int? SeedsLacking { get; init; }

    /// <summary>How many rounds of evolution this cycle has behind it.</summary>
    public int Round { get; init; }

    /// <summary>How many candidates fell at filters and elimination rules, by reason.</summary>
    public IReadOnlyDictionary<RejectionReason, int> Drops { get; init; } = new Dictionary<RejectionReason, int>();

    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];

    /// <summary>How often something was added to <see cref="Spend"/>: what was paid after that, and not added, is told again.</summary>
    public int Payments { get; init; }

    /// <summary>What came of each operator.</summary>
    public IReadOnlyList<OperatorTally> Operators { get; init; } = [];

    /// <summary>Not to be worked before this time: the model was not available.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How often in a row the model was not available.</summary>
    public int Setbacks { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public IReadOnlyList<string> InstructionIds { get; init; } = [];

    public int Rejected { get; init; }

    public string? Shortfall { get; init; }

    /// <summary>The writer that works it; another takes over when it is dead.</summary>
    public string? Owner { get; init; }

    public string? Recorded { get; set; }

    public string Pool => InstructionDocument.PoolOf(Domain, Scenario, TaskType, Language);

    public bool IsOver => State is BatchState.Completed or BatchState.Cancelled;

    /// <summary>The batch, not to be worked for a while: 2 seconds after the first setback, at most 5 minutes.</summary>
    public BatchDocument PutOff(DateTimeOffset now) =>
        this with { Setbacks = Setbacks + 1, NotBefore = now + TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, 1 + Math.Min(Setbacks, 10)))) };

    /// <summary>The id of a cell's batch.</summary>
    public static string IdOf(string runId, string cellId) => DeterministicId.Of(24, "batch", runId, cellId);

    /// <summary>The batch with more drops and spend.</summary>
    public BatchDocument With(IEnumerable<RejectionReason> drops, IEnumerable<ModelSpend> spend)
    {
        Dictionary<RejectionReason, int> counts = new(Drops);
        foreach (RejectionReason reason in drops)
            counts[reason] = counts.GetValueOrDefault(reason) + 1;
        ModelSpend[] more = [.. spend];
        return this with { Drops = counts, Spend = SpendTotal.Of([.. Spend, .. more]), Payments = Payments + (more.Length > 0 ? 1 : 0) };
    }

    /// <summary>The request as paid by the run that the batch was opened for, or by the batch itself. Where the process ends between a call and <see cref="With"/>, the
    /// cost is told again to the same piece of the work; what is added already is not.</summary>
    public ModelRequest Paying(ModelRequest request, string piece) => request with
    {
        Run = RunId,
        Account = RunId is null ? $"batch/{Id}" : null,
        Work = $"batch/{Id}/{Payments}/{piece}",
    };
}
