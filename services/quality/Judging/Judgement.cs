using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>What was decided about a sample, with all that was decided before.</summary>
internal sealed record Judgement : IRecorded, ITraced
{
    /// <summary>The collection <c>judgements</c>.</summary>
    public static CollectionDefinition<Judgement> Definition { get; } = new(
        "judgements",
        judgement => judgement.Id,
        new("recorded", judgement => judgement.Recorded),
        new("run", judgement => judgement.RunId),
        new("cell", judgement => judgement.CellId),
        new("outcome", judgement => judgement.Outcome),
        new("level", judgement => judgement.Level),
        new("transcript", judgement => judgement.TranscriptId),
        // What was erased is neither reviewed nor to be reviewed.
        new("reviewed", judgement => judgement.ErasedAt is null ? judgement.Reviewed : null),
        new("draw", judgement => judgement.Draw))
    {
        CompoundIndexes = [["run", "cell"], ["run", "outcome"], ["reviewed", "draw"]],
    };

    /// <summary>The sample's id.</summary>
    public required string Id { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>The slot.</summary>
    public required int Slot { get; init; }

    /// <summary>Which attempt at the slot.</summary>
    public required int Number { get; init; }

    /// <summary>The transcript.</summary>
    public required string TranscriptId { get; init; }

    /// <summary>The instruction.</summary>
    public required string InstructionId { get; init; }

    /// <summary>What stands now.</summary>
    public required Decision Current { get; init; }

    /// <summary>What stood before, oldest first.</summary>
    public IReadOnlyList<Decision> Earlier { get; init; } = [];

    /// <summary>The judge's votes.</summary>
    public IReadOnlyList<Vote> Votes { get; init; } = [];

    /// <summary>The answer as a person corrected it; null when nobody did.</summary>
    public string? EditedAnswer { get; init; }

    /// <summary>When its words were erased with its transcript (UTC); null while they are there.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The model that labelled the sample.</summary>
    public required string Labeller { get; init; }

    /// <summary>What labelling used.</summary>
    public IReadOnlyList<ModelSpend> LabelSpend { get; init; } = [];

    /// <summary>What judging used.</summary>
    public IReadOnlyList<ModelSpend> JudgeSpend { get; init; } = [];

    /// <inheritdoc/>
    public string? Recorded { get; set; }

    /// <inheritdoc/>
    public string? Trace { get; set; }

    /// <summary>How often the decision was replaced.</summary>
    public int Revision => Earlier.Count;

    /// <summary>What follows for the slot.</summary>
    public JudgementOutcome Outcome => Current.Outcome;

    /// <summary>The level; null when there is none.</summary>
    public QualityLevel? Level => Current.Level;

    /// <summary>What the votes make of it as something to learn from; null where they hold no scores.</summary>
    public SampleScores? Scores => SampleScores.Of(Votes);

    /// <summary>Whether a person decided.</summary>
    public bool Reviewed => Current.ByPerson;

    /// <summary>A fixed position in a random order, for drawing samples to review.</summary>
    public string Draw => DeterministicId.Of(16, "review", Id);

    /// <summary>The first judgement of a sample.</summary>
    public static Judgement First(Sample sample, Verdict verdict, Decision decision) => new()
    {
        Id = sample.Id,
        RunId = sample.Assignment.RunId,
        CellId = sample.Assignment.CellId,
        Slot = sample.Assignment.Slot,
        Number = sample.Assignment.Number,
        TranscriptId = sample.Assignment.TranscriptId,
        InstructionId = sample.Assignment.InstructionId,
        Current = decision,
        Votes = verdict.Votes,
        Labeller = sample.Labeller,
        LabelSpend = sample.Spend,
        JudgeSpend = verdict.Spend,
    };

    /// <summary>The same judgement with another decision in place of the one that stands.</summary>
    public Judgement Override(Decision decision, string? editedAnswer) => this with
    {
        Current = decision,
        Earlier = [.. Earlier, Current],
        EditedAnswer = editedAnswer ?? EditedAnswer,
    };

    /// <summary>
    /// What stays when its transcript is erased: no reasons, no evidence. (A person's corrected answer goes last: reports are searched for it.) Where it was accepted or in review, its slot is free again; any
    /// other outcome stands, so that counts stay what they are.
    /// </summary>
    public Judgement Erased(DateTimeOffset at)
    {
        Judgement blank = this with
        {
            Current = Current.WithoutReasons(),
            Earlier = [.. Earlier.Select(decision => decision.WithoutReasons())],
            Votes = [.. Votes.Select(vote => vote with { Evidence = [] })],
            ErasedAt = at,
        };
        return Outcome is JudgementOutcome.Accepted or JudgementOutcome.InReview ? blank.Override(Decision.Erased(at), editedAnswer: null) : blank;
    }

    /// <summary>What the document tells.</summary>
    public IEnumerable<IFact> Facts()
    {
        yield return new SampleJudged
        {
            Id = DeterministicId.Guid("sample-judged", Id, Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            OccurredAt = Current.At,
            AttemptId = Id,
            RunId = RunId,
            CellId = CellId,
            Slot = Slot,
            Number = Number,
            TranscriptId = TranscriptId,
            InstructionId = InstructionId,
            Outcome = Outcome,
            Level = Level,
            Complexity = Scores?.Complexity,
            Quality = Scores?.Quality,
            Reasons = Current.Reasons,
            DecidedBy = Current.By,
            Revision = Revision,
            LabelSpend = Revision == 0 ? LabelSpend : [],
            Spend = Revision == 0 ? JudgeSpend : [],
        };
    }
}
