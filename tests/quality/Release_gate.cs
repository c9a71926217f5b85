using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Metrics;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Tests;

public sealed class Release_gate
{
    private static readonly LabelQuality s_quality = new(High: 7, Medium: 2, Low: 1, InReview: 0, Unjudged: 1);
    private static readonly PerText<double> s_richness = new(0.4, 0.9, 0.7);

    [Fact]
    public void Measures_that_are_not_asked_for_pass() =>
        Assert.All(Check(new ReleaseGate(), 4), result => Assert.True(result.Passed));

    [Fact]
    public void A_measure_that_is_exactly_reached_passes() => Assert.All(
        Check(new ReleaseGate { MinimumFill = 1, MinimumHigh = 0.7, MinimumRichness = new RichnessFloor(0.4, 0.9, 0.7), MaximumUnjudged = 1.0 / 11, MaximumLeakage = new LeakageCeiling(0.02, 0.25) }, 4),
        result => Assert.True(result.Passed, result.Measure));

    [Fact]
    public void Each_measure_that_is_missed_is_named_with_both_figures()
    {
        var gate = new ReleaseGate { MinimumFill = 1, MinimumHigh = 0.8, MinimumRichness = new RichnessFloor(0.5, 0.5, 0.8), MaximumUnjudged = 0.05, MaximumLeakage = new LeakageCeiling(0, 0.2) };
        var failures = GateCheck.Failures(Check(gate, 3));
        Assert.Equal(["fill", "richness.prompt", "richness.target", "high", "unjudged", "leakage.personal", "leakage.split"], failures.Select(failure => failure.Measure));
        Assert.Equal((1.0, 0.75), (failures[0].Required, failures[0].Actual));
        Assert.Contains("lending/summary 3/4 (no candidate is left)", failures[0].Explanation, StringComparison.Ordinal);
        Assert.Equal((0.8, 0.7), (failures[3].Required, failures[3].Actual));
        Assert.All(failures, failure => Assert.DoesNotContain("%", failure.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_accepted_is_no_data_set_whatever_the_recipe_says() =>
        Assert.Equal("fill", GateCheck.Failures(GateCheck.Check(new ReleaseGate { MinimumFill = 0 }, new GateMeasures([Cell(0)], s_quality))).Single().Measure);

    [Fact]
    public void Counts_match_when_accepted_rejected_and_failed_do()
    {
        CellOutcome outcome = Fixtures.Some.Cell("lending/summary", 4, 3);
        Assert.True(Cell(3).Matches(outcome));
        Assert.False(Cell(2).Matches(outcome));
        Assert.Contains("lending/summary", GateCheck.Counts([Cell(2)], [outcome]).Explanation, StringComparison.Ordinal);
    }

    private static IReadOnlyList<GateResult> Check(ReleaseGate gate, int accepted) => GateCheck.Check(
        gate, new GateMeasures([Cell(accepted)], s_quality) { Richness = s_richness, Leaking = 0.02, Known = 0.25 });

    private static CellCounts Cell(int accepted) => new()
    {
        CellId = "lending/summary",
        Scenario = "lending",
        TaskType = "summary",
        Target = 4,
        Accepted = accepted,
        Rejected = 0,
        Failed = 0,
        Pending = 0,
        DryReason = accepted < 4 ? "no candidate is left" : null,
    };
}
