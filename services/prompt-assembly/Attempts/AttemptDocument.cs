using DialInsight.Contracts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>One try at a sample for a slot. The run's numbers are counts of these documents and nothing else.</summary>
internal sealed record AttemptDocument
{
    public static readonly CollectionDefinition<AttemptDocument> Definition = new(
        "attempts",
        attempt => attempt.Id,
        new("run", attempt => attempt.RunId),
        new("tally", attempt => TallyOf(attempt.CellId, attempt.State)),
        new("pending", attempt => attempt.IsPending ? attempt.RunId : null),
        new("nudgeAt", attempt => attempt.IsPending ? attempt.NudgeAt : null))
    {
        CompoundIndexes = [["run", "tally"]],
    };

    public required string Id { get; init; }

    public required string RunId { get; init; }

    public required string CellId { get; init; }

    public required int Slot { get; init; }

    public required int Number { get; init; }

    public required AttemptState State { get; init; }

    public required string TranscriptId { get; init; }

    public required string InstructionId { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When its request is published again if nothing was heard of it; later each time.</summary>
    public DateTimeOffset? NudgeAt { get; init; }

    public int Nudges { get; init; }

    /// <summary>Why it was rejected or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The judgement that its state is of; −1 while there is none. An older one that arrives late changes nothing.</summary>
    public int Revision { get; init; } = -1;

    /// <summary>Rejected because its slot was filled already: nothing need follow at the slot.</summary>
    public bool Surplus { get; init; }

    /// <summary>The failed attempt that a person had it follow; null for the others.</summary>
    public string? RedriveOf { get; init; }

    public IReadOnlyList<ModelSpend> LabelSpend { get; init; } = [];

    public IReadOnlyList<ModelSpend> JudgeSpend { get; init; } = [];

    public bool IsPending => State is AttemptState.Requested or AttemptState.InReview;

    public static string IdOf(string runId, string cellId, int slot, int number) => $"{runId}|{cellId}|{slot:D7}|{number:D2}";

    public static string TallyOf(string cellId, AttemptState state) => $"{cellId}|{state}";
}
