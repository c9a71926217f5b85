using System.Text.Json.Serialization;
using DialInsight.Contracts;
using DialInsight.PromptAssembly.Budgets;
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
        new("nudgeAt", attempt => attempt.IsPending ? attempt.NudgeAt : null),
        new("cost", attempt => CostClass.Of(attempt.Cost, isReserved: attempt.State == AttemptState.Requested)),
        new("transcript", attempt => attempt.TranscriptId),
        new("erasedCell", attempt => attempt.Erased ? attempt.CellId : null))
    {
        CompoundIndexes = [["run", "tally"], ["run", "cost"], ["run", "erasedCell"]],
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

    /// <summary>Failed because its transcript was erased.</summary>
    public bool Erased { get; init; }

    /// <summary>The failed attempt that a person had it follow; null for the others.</summary>
    public string? RedriveOf { get; init; }

    /// <summary>How many earlier attempts at the slot do not count against the recipe's limit, because nobody could have answered them. This one
    /// has the candidate that the first of them had.</summary>
    public int Excused { get; init; }

    /// <summary>It failed because the model took no request at all, and does not count against the recipe's limit.</summary>
    public bool Blocked { get; init; }

    /// <summary>What it was expected to cost when it was issued; 0 where no prices are configured.</summary>
    public decimal Reserved { get; init; }

    public IReadOnlyList<ModelSpend> LabelSpend { get; init; } = [];

    public IReadOnlyList<ModelSpend> JudgeSpend { get; init; } = [];

    public bool IsPending => State is AttemptState.Requested or AttemptState.InReview;

    /// <summary>What it costs, as far as that is known: while it is under way, no less than what is reserved for it.</summary>
    [JsonIgnore]
    public decimal Cost => State == AttemptState.Requested ? Math.Max(Reserved, Spent) : Spent;

    [JsonIgnore]
    public int ExcusedWithItself => Blocked ? Excused + 1 : Excused;

    private decimal Spent => LabelSpend.Sum(spend => spend.Cost) + JudgeSpend.Sum(spend => spend.Cost);

    /// <summary>Whether another attempt at its slot is due, of so many that each slot gets; one that was erased uses up none.</summary>
    public bool LeavesSlotEmpty(int attempts) =>
        this is { State: AttemptState.Rejected or AttemptState.Failed, Surplus: false } && (Erased || Number + 1 - ExcusedWithItself < attempts);

    /// <summary>
    /// What stays when its transcript is erased; null when that is so already. One that filled its slot or was pending fails, one that was rejected or had
    /// failed stays so without its reason, which may quote the dialogue. No verdict counts after that.
    /// </summary>
    public AttemptDocument? WithoutTranscript(DateTimeOffset now)
    {
        if (Revision == int.MaxValue)
            return null;
        bool counted = State is AttemptState.Rejected or AttemptState.Failed;
        return this with
        {
            State = counted ? State : AttemptState.Failed,
            Erased = Erased || !counted,
            Revision = int.MaxValue,
            Reason = AttemptIssuer.Erased,
            SettledAt = SettledAt ?? now,
        };
    }

    public static string IdOf(string runId, string cellId, int slot, int number) => $"{runId}|{cellId}|{slot:D7}|{number:D2}";

    public static string TallyOf(string cellId, AttemptState state) => $"{cellId}|{state}";
}
