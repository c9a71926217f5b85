using DialInsight.Client.Calibrations;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Client.Reviews;

/// <summary>A sample that is leased to a reviewer.</summary>
public sealed record ReviewView
{
    /// <summary>The sample's id.</summary>
    public required string Id { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>The domain pack and its version, <c>name@version</c>; null where the service does not tell.</summary>
    public string? Domain { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>The instruction.</summary>
    public required string Instruction { get; init; }

    /// <summary>The dialogue.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>The prompt around the dialogue.</summary>
    public required AssembledPrompt Prompt { get; init; }

    /// <summary>What the answer must look like.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>The answer.</summary>
    public required string Answer { get; init; }

    /// <summary>Whether the judge's view is kept back.</summary>
    public bool Blind { get; init; }

    /// <summary>The judgement's revision, to be sent with the decision.</summary>
    public int Revision { get; init; }
}

/// <summary>What a person decides about a sample.</summary>
/// <param name="Level"><c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Reason">Why; 1 to 2,000 characters.</param>
/// <param name="Answer">The corrected answer; null leaves it as it is.</param>
/// <param name="Revision">The revision that the person saw; null takes the place of whatever stands.</param>
public sealed record ReviewDecision(string Level, string Reason, string? Answer, int? Revision = null);

/// <summary>A sample with what was decided about it.</summary>
/// <param name="Sample">The sample as it was labelled.</param>
/// <param name="Judgement">What was decided; null while nothing was.</param>
public sealed record JudgedSample(SampleView Sample, JudgementView? Judgement);

/// <summary>A labelled sample.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Assignment">What was asked.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Labeller">The model that answered.</param>
public sealed record SampleView(string Id, LabelAssignment Assignment, string Answer, string Labeller);

/// <summary>What was decided about a sample.</summary>
/// <param name="Id">The sample's id.</param>
/// <param name="RunId">The run.</param>
/// <param name="CellId">The cell.</param>
/// <param name="Outcome">What follows for its slot.</param>
/// <param name="Level">The level; null when there is none.</param>
/// <param name="Current">What stands now.</param>
/// <param name="Earlier">What stood before, oldest first.</param>
/// <param name="Votes">The judge's verdicts.</param>
/// <param name="EditedAnswer">The answer as a person corrected it; null when nobody did.</param>
/// <param name="Reviewed">Whether a person decided.</param>
/// <param name="Revision">How often the decision was replaced.</param>
public sealed record JudgementView(
    string Id, string RunId, string CellId, string Outcome, string? Level, JudgementDecision Current, IReadOnlyList<JudgementDecision> Earlier, IReadOnlyList<VoteView> Votes,
    string? EditedAnswer, bool Reviewed, int Revision = 0);

/// <summary>One decision about a sample.</summary>
/// <param name="Outcome">What follows for its slot.</param>
/// <param name="Level">The level; null when there is none.</param>
/// <param name="Reasons">Why.</param>
/// <param name="By">The judge's model, <c>gates</c>, or the person.</param>
/// <param name="ByPerson">Whether a person decided.</param>
/// <param name="At">When (UTC).</param>
public sealed record JudgementDecision(string Outcome, string? Level, IReadOnlyList<string> Reasons, string By, bool ByPerson, DateTimeOffset At);

/// <summary>One verdict of the judge's model.</summary>
/// <param name="Number">Which of the independent verdicts, from 0.</param>
/// <param name="Level">The level; null when the answer could not be read.</param>
/// <param name="Evidence">Its grounds.</param>
/// <param name="Model">The model.</param>
public sealed record VoteView(int Number, string? Level, IReadOnlyList<string> Evidence, string Model);

/// <summary>A page of judgements.</summary>
/// <param name="Items">The judgements.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record JudgementPage(IReadOnlyList<JudgementView> Items, string? NextCursor);

/// <summary>How people's reviews and the judge agree so far.</summary>
/// <param name="Reviewed">How many samples people decided on.</param>
/// <param name="Matrix">What they and the judge said, of those that both gave a level.</param>
/// <param name="Agreement">How far they agree.</param>
public sealed record ReviewAgreementView(int Reviewed, LevelMatrix Matrix, KappaView Agreement);
