using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Datasets.Metrics;

namespace DialInsight.Quality.Releases;

/// <summary>What the gate looks at.</summary>
/// <param name="Cells">The counts.</param>
/// <param name="Quality">The levels of all labels.</param>
internal sealed record GateMeasures(IReadOnlyList<CellCounts> Cells, LabelQuality Quality)
{
    /// <summary>Over the accepted samples; null when there are none.</summary>
    public PerText<double>? Richness { get; init; }

    /// <summary>The share of accepted samples with personal data that is not their dialogue's, 0 to 1.</summary>
    public double Leaking { get; init; }

    /// <summary>The share of held out samples whose conversation is nearly one of another part of the split, 0 to 1.</summary>
    public double Known { get; init; }
}

/// <summary>Holds a data set to its recipe's gate (method: release): fill, richness over the accepted, high over all judged, unjudged over all labelled, leakage over the accepted and the held out.</summary>
internal static class GateCheck
{
    /// <summary>Every measure of the gate, passed or not.</summary>
    /// <param name="gate">What is asked for.</param>
    /// <param name="found">What was measured.</param>
    public static IReadOnlyList<GateResult> Check(ReleaseGate gate, GateMeasures found) =>
    [
        Fill(gate, found.Cells),
        Richness("prompt", gate.MinimumRichness.Prompt, found.Richness?.Prompt),
        Richness("input", gate.MinimumRichness.Input, found.Richness?.Input),
        Richness("target", gate.MinimumRichness.Target, found.Richness?.Target),
        AtLeast("high", gate.MinimumHigh, found.Quality.ShareHigh,
            "Too few of the judged labels are high. Use a stronger labelling model, or look at the rejected samples' reasons."),
        AtMost("unjudged", gate.MaximumUnjudged, found.Quality.ShareUnjudged,
            "Too many labels could not be judged. Have people decide on them (GET /judgements?outcome=unjudged), then release the run again; or see to the judge's model and run the recipe anew."),
        AtMost("leakage.personal", gate.MaximumLeakage.Personal, found.Leaking,
            "Answers hold personal data that their dialogues do not. Correct or reject the samples that the report's leak scan names, then release the run again."),
        AtMost("leakage.split", gate.MaximumLeakage.Split, found.Known,
            "Samples held out for testing are of conversations that are nearly the same as ones trained on. Have ingest find near duplicates, or erase one of each pair that the report names."),
    ];

    /// <summary>The measure that fails a run whose counts never matched.</summary>
    public static GateResult Counts(IReadOnlyList<CellCounts> cells, IReadOnlyList<CellOutcome> outcomes)
    {
        string[] differing = [.. cells.Zip(outcomes).Where(pair => !pair.First.Matches(pair.Second)).Select(Difference)];
        return new GateResult(
            "counts", outcomes.Count, outcomes.Count - differing.Length, false,
            $"Samples of the run did not arrive to be judged: {string.Join("; ", differing.Take(5))}. Look at the message failures, then release the run again.");
    }

    /// <summary>The measure that fails a run whose texts the model for embeddings does not take, so that nothing is known of their richness.</summary>
    public static GateResult NoVectors(string reason) => new(
        "encoder", 1, 0, false, $"Richness could not be measured: {reason}. See to the settings of section Embedding, or set Quality:Encoder to Tokens; then release the run again.");

    /// <summary>The failures among the results, as messages carry them.</summary>
    public static IReadOnlyList<GateFailure> Failures(IEnumerable<GateResult> results) =>
    [
        .. results.Where(result => !result.Passed)
            .Select(result => new GateFailure(result.Measure, result.Required ?? 0, result.Actual, result.Explanation)),
    ];

    private static GateResult Fill(ReleaseGate gate, IReadOnlyList<CellCounts> cells)
    {
        int target = cells.Sum(cell => cell.Target);
        double fill = target == 0 ? 0 : (double)cells.Sum(cell => Math.Min(cell.Accepted, cell.Target)) / target;
        string[] shortCells = [.. cells.Where(cell => cell.Accepted < cell.Target).Select(Shortfall)];
        string missing = $"Short are {string.Join("; ", shortCells.Take(10))}{(shortCells.Length > 10 ? $" and {shortCells.Length - 10} more" : "")}. "
            + "Bring in more transcripts of these scenarios, raise attempts, or lower minimumFill.";
        // An empty data set is no data set, whatever the recipe is content with.
        GateResult result = AtLeast("fill", gate.MinimumFill, fill, $"Too few of the samples asked for were accepted. {missing}");
        return fill > 0 ? result : result with { Passed = false, Explanation = $"Nothing was accepted. {missing}" };
    }

    private static GateResult Richness(string text, double? required, double? actual) => AtLeast(
        $"richness.{text}", required, actual ?? 0, $"The {text}s are too much alike. Use more varied transcripts and instructions.");

    private static GateResult AtLeast(string measure, double? required, double actual, string explanation) =>
        Result(measure, required, actual, required is null || actual >= required, explanation);

    private static GateResult AtMost(string measure, double? required, double actual, string explanation) =>
        Result(measure, required, actual, required is null || actual <= required, explanation);

    private static GateResult Result(string measure, double? required, double actual, bool passed, string explanation) =>
        new(measure, required, actual, passed, passed ? "" : explanation);

    private static string Shortfall(CellCounts cell) => cell.DryReason is { } reason
        ? $"{cell.CellId} {cell.Accepted}/{cell.Target} ({reason})"
        : $"{cell.CellId} {cell.Accepted}/{cell.Target}";

    private static string Difference((CellCounts Own, CellOutcome Run) cell) =>
        $"{cell.Own.CellId} has {cell.Own.Accepted}/{cell.Own.Rejected}/{cell.Own.Failed} accepted/rejected/failed here "
        + $"and {cell.Run.Accepted}/{cell.Run.Rejected}/{cell.Run.Failed} in the run";
}
