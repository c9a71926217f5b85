namespace DialInsight.Client.Releases;

/// <summary>What a run's data set is worth: the part of the report that people look at first.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="Release">The release; null when there is none.</param>
/// <param name="Domain">The domain pack and its version.</param>
/// <param name="Language">The language.</param>
/// <param name="MadeAt">When it was made (UTC).</param>
/// <param name="Gate">The gate, measure by measure.</param>
/// <param name="Quality">The levels of all labels.</param>
/// <param name="RejectedFor">Why labels were not accepted, the most frequent first.</param>
/// <param name="Samples">Some accepted samples, of every cell.</param>
/// <param name="Rejected">Some labels that were not accepted.</param>
/// <param name="Reviewed">How many labels a person decided on.</param>
/// <param name="Labellers">The models that labelled.</param>
/// <param name="Judges">The models that judged.</param>
/// <param name="JudgesItself">Whether a model judged its own labels.</param>
/// <param name="IsOffline">Whether the offline annotator labelled.</param>
public sealed record ReportView(
    string RunId, string Recipe, string? Release, string Domain, string Language, DateTimeOffset MadeAt, IReadOnlyList<GateView> Gate, QualityView Quality,
    IReadOnlyList<ReasonView> RejectedFor, IReadOnlyList<ReportSample> Samples, IReadOnlyList<ReportSample> Rejected, long Reviewed, IReadOnlyList<string> Labellers, IReadOnlyList<string> Judges,
    bool JudgesItself, bool IsOffline)
{
    /// <summary>What is still open; null in the report of a run that was decided.</summary>
    public ProvisionalView? Provisional { get; init; }
}

/// <summary>What is still open in a report that was asked for before its run was decided.</summary>
/// <param name="State"><c>filling</c>, <c>deciding</c> or <c>cancelled</c>.</param>
/// <param name="Wanted">Samples that its cells still want.</param>
/// <param name="InReview">Labels that wait for a person.</param>
/// <param name="OnTheWay">Attempts that the run counts and that have not come to be judged yet; 0 before it has completed.</param>
public sealed record ProvisionalView(string State, int Wanted, int InReview, int OnTheWay);

/// <summary>One measure against the gate.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Required">What the gate asks for; null where the recipe asks for nothing.</param>
/// <param name="Actual">What was measured.</param>
/// <param name="Passed">Whether it is enough.</param>
/// <param name="Explanation">What it was for, with what could be done, without the figures; empty when it passed.</param>
public sealed record GateView(string Measure, double? Required, double Actual, bool Passed, string Explanation);

/// <summary>The levels of all labels of a run.</summary>
/// <param name="High">How many are high.</param>
/// <param name="Medium">How many are medium.</param>
/// <param name="Low">How many are low.</param>
/// <param name="InReview">How many wait for a person.</param>
/// <param name="Unjudged">How many could not be judged.</param>
public sealed record QualityView(long High, long Medium, long Low, long InReview, long Unjudged);

/// <summary>How many labels were not accepted for a reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Count">How many.</param>
public sealed record ReasonView(string Reason, long Count);

/// <summary>A sample for people to read.</summary>
/// <param name="Id">The sample's id.</param>
/// <param name="CellId">The cell.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Dialogue">The dialogue.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Level">The level; null when there is none.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Reasons">Why it was not accepted, or the judge's evidence.</param>
public sealed record ReportSample(
    string Id, string CellId, string Instruction, string Dialogue, string Answer, string? Level, string DecidedBy, IReadOnlyList<string> Reasons);
