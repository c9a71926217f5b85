using System.Globalization;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Datasets.Metrics;

namespace DialInsight.Quality.Releases;

/// <summary>Holds a data set to its recipe's gate (method: release): fill, richness over the accepted, high over all judged, unjudged over all labelled.</summary>
internal static class GateCheck
{
    /// <summary>Every measure of the gate, passed or not.</summary>
    /// <param name="gate">What is asked for.</param>
    /// <param name="cells">The counts.</param>
    /// <param name="quality">The levels of all labels.</param>
    /// <param name="richness">Over the accepted samples; null when there are none.</param>
    public static IReadOnlyList<GateResult> Check(
        ReleaseGate gate, IReadOnlyList<CellCounts> cells, LabelQuality quality, PerText<double>? richness) =>
    [
        Fill(gate, cells),
        Richness("prompt", gate.MinimumRichness.Prompt, richness?.Prompt),
        Richness("input", gate.MinimumRichness.Input, richness?.Input),
        Richness("target", gate.MinimumRichness.Target, richness?.Target),
        AtLeast("high", gate.MinimumHigh, quality.ShareHigh,
            "of the judged labels are high; use a stronger labelling model, or look at the rejected samples' reasons"),
        AtMost("unjudged", gate.MaximumUnjudged, quality.ShareUnjudged,
            "of the labels could not be judged; look at the judge's model and its answers, then release the run again"),
    ];

    /// <summary>The measure that fails a run whose counts never matched.</summary>
    public static GateResult Counts(IReadOnlyList<CellCounts> cells, IReadOnlyList<CellOutcome> outcomes)
    {
        string[] differing = [.. cells.Zip(outcomes).Where(pair => !pair.First.Matches(pair.Second)).Select(Difference)];
        return new GateResult(
            "counts", outcomes.Count, outcomes.Count - differing.Length, false,
            $"samples of the run did not arrive to be judged: {string.Join("; ", differing.Take(5))}; look at the message failures, then release the run again");
    }

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
        string missing = $"short are {string.Join("; ", shortCells.Take(10))}; "
            + "bring in more transcripts of these scenarios, raise attempts, or lower minimumFill";
        // An empty data set is no data set, whatever the recipe is content with.
        GateResult result = AtLeast("fill", gate.MinimumFill, fill, $"of the samples asked for were accepted; {missing}");
        return fill > 0 ? result : result with { Passed = false, Explanation = $"nothing was accepted; {missing}" };
    }

    private static GateResult Richness(string text, double? required, double? actual) => AtLeast(
        $"richness.{text}", required, actual ?? 0, $"of the {text}s differ from each other; use more varied transcripts and instructions");

    private static GateResult AtLeast(string measure, double? required, double actual, string explanation) =>
        Result(measure, required, actual, required is null || actual >= required, "at least", explanation);

    private static GateResult AtMost(string measure, double? required, double actual, string explanation) =>
        Result(measure, required, actual, required is null || actual <= required, "at most", explanation);

    private static GateResult Result(string measure, double? required, double actual, bool passed, string bound, string explanation) =>
        new(measure, required, actual, passed, passed
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{actual:P1} where the gate asks for {bound} {required:P1}: that share {explanation}"));

    private static string Shortfall(CellCounts cell) => cell.DryReason is { } reason
        ? $"{cell.CellId} {cell.Accepted}/{cell.Target} ({reason})"
        : $"{cell.CellId} {cell.Accepted}/{cell.Target}";

    private static string Difference((CellCounts Own, CellOutcome Run) cell) =>
        $"{cell.Own.CellId} has {cell.Own.Accepted}/{cell.Own.Rejected}/{cell.Own.Failed} accepted/rejected/failed here "
        + $"and {cell.Run.Accepted}/{cell.Run.Rejected}/{cell.Run.Failed} in the run";
}
