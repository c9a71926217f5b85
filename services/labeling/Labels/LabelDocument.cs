using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.Labeling.Batches;
using DialInsight.Storage;

namespace DialInsight.Labeling.Labels;

/// <summary>The work on one attempt: claimed by a worker, then labelled or failed, once.</summary>
internal sealed record LabelDocument : IRecorded, ITraced
{
    public static readonly CollectionDefinition<LabelDocument> Definition = new(
        "labels",
        label => label.Id,
        new("run", label => label.Assignment.RunId),
        new("transcript", label => label.Assignment.TranscriptId),
        new("failedRun", label => label.State == LabelState.Failed ? label.Assignment.RunId : null),
        new("failureClass", label => label.Class),
        new("settledAt", label => label.SettledAt),
        new("gathered", label => label.State == LabelState.Batched ? label.Batch ?? LabelBatch.None : null),
        new("recorded", label => label.Recorded));

    public string Id => Assignment.AttemptId;

    public required LabelAssignment Assignment { get; init; }

    public required LabelState State { get; init; }

    /// <summary>The writer that claimed it.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The batch that carries it; null before it is in one, and where it is in none.</summary>
    public string? Batch { get; init; }

    /// <summary>The valid answer; of a failure, the last one that was not.</summary>
    public string? Answer { get; init; }

    public string? Labeller { get; init; }

    public bool Repaired { get; init; }

    public FailureClass? Class { get; init; }

    public string? Reason { get; init; }

    /// <summary>Each asking of an attempt that took more than one, or failed. It holds answers: whoever blanks those clears it.</summary>
    public IReadOnlyList<Asking> History { get; init; } = [];

    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];

    /// <summary>When its words were erased with its transcript; null while they are there.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    public string? Recorded { get; set; }

    /// <inheritdoc/>
    public string? Trace { get; set; }

    /// <summary>
    /// What stays when its transcript is erased: no words of the dialogue or about it, but what it was for and what it cost. One that was being worked
    /// fails; one that was labelled tells of no label any more.
    /// </summary>
    public LabelDocument Erased(DateTimeOffset at)
    {
        LabelDocument blank = this with
        {
            Assignment = Assignment with { Turns = [], Subject = null, Source = null, Prompt = new AssembledPrompt("", "") },
            Answer = null,
            History = [],
            ErasedAt = at,
        };
        return State switch
        {
            LabelState.Labeled => blank with { State = LabelState.Erased },
            LabelState.Claimed or LabelState.Batched => blank with { State = LabelState.Failed, Class = FailureClass.Erased, Reason = "its transcript was erased", SettledAt = at },
            _ => blank,
        };
    }

    /// <summary>What the document tells: nothing while it is claimed.</summary>
    public static IEnumerable<IFact> Facts(LabelDocument label) => label switch
    {
        { State: LabelState.Labeled, SettledAt: { } at } => [label.ToLabeled(at)],
        { State: LabelState.Failed, SettledAt: { } at } => [label.ToFailed(at)],
        _ => [],
    };

    private SampleLabeled ToLabeled(DateTimeOffset at) => new()
    {
        Id = DeterministicId.Guid("sample-labeled", Id),
        OccurredAt = at,
        Assignment = Assignment,
        Answer = Answer!,
        Labeller = Labeller!,
        Repaired = Repaired,
        Spend = Spend,
    };

    private LabelingFailed ToFailed(DateTimeOffset at) => new()
    {
        Id = DeterministicId.Guid("labeling-failed", Id),
        OccurredAt = at,
        AttemptId = Id,
        RunId = Assignment.RunId,
        CellId = Assignment.CellId,
        Slot = Assignment.Slot,
        Number = Assignment.Number,
        TranscriptId = Assignment.TranscriptId,
        InstructionId = Assignment.InstructionId,
        Class = Class!.Value,
        Reason = Reason!,
        Spend = Spend,
    };
}
