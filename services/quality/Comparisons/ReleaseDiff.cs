using DialInsight.Datasets.Metrics;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;

namespace DialInsight.Quality.Comparisons;

/// <summary>What two releases have in common, sample by sample and measure by measure.</summary>
internal sealed record ReleaseDiff
{
    /// <summary>The first release.</summary>
    public required string From { get; init; }

    /// <summary>The second; null where the data set has not been released.</summary>
    public required string? To { get; init; }

    /// <summary>Samples that only the second holds.</summary>
    public required SampleChanges Added { get; init; }

    /// <summary>Samples that only the first holds.</summary>
    public required SampleChanges Removed { get; init; }

    /// <summary>Samples of one transcript, instruction and task in both, with different answers; the ids are the second's.</summary>
    public required SampleChanges Changed { get; init; }

    /// <summary>How many are the same in both.</summary>
    public required int Unchanged { get; init; }

    /// <summary>The headline measures of both, each over its whole data set.</summary>
    public required IReadOnlyDictionary<string, MeasureChange> Metrics { get; init; }

    /// <summary>The richness of both at equal size, with 95 % intervals; null where one of them is empty, or was measured with another encoder.</summary>
    public EqualSize? Richness { get; init; }

    /// <summary>The gates of both, measure by measure.</summary>
    public required IReadOnlyList<GateChange> Gate { get; init; }

    /// <summary>The calibrations that both stand on.</summary>
    public required CalibrationChange Calibration { get; init; }

    /// <summary>The headline measures of two reports side by side.</summary>
    public static IReadOnlyDictionary<string, MeasureChange> MeasuresOf(Report from, Report to)
    {
        IReadOnlyDictionary<string, double> before = from.Headline(), after = to.Headline();
        var changes = new SortedDictionary<string, MeasureChange>(StringComparer.Ordinal);
        foreach (string measure in before.Keys.Union(after.Keys))
            changes[measure] = new MeasureChange(before.TryGetValue(measure, out double old) ? old : null, after.TryGetValue(measure, out double now) ? now : null);
        return changes;
    }

    /// <summary>The gates of two reports side by side, in the second one's order.</summary>
    public static IReadOnlyList<GateChange> GateOf(Report from, Report to) =>
    [
        .. to.Gate.Select(result => result.Measure).Union(from.Gate.Select(result => result.Measure)).Select(measure => new GateChange(
            measure, GateSide.Of(from.Gate.FirstOrDefault(result => result.Measure == measure)), GateSide.Of(to.Gate.FirstOrDefault(result => result.Measure == measure)))),
    ];
}

/// <summary>Samples that differ.</summary>
/// <param name="Count">How many.</param>
/// <param name="Samples">Their ids, the first thousand.</param>
internal sealed record SampleChanges(int Count, IReadOnlyList<string> Samples);

/// <summary>A measure in two releases; null where one does not have it.</summary>
/// <param name="From">In the first.</param>
/// <param name="To">In the second.</param>
internal sealed record MeasureChange(double? From, double? To);

/// <summary>The richness of two data sets at equal size: it falls as samples are added, so that only parts of one size compare.</summary>
/// <param name="Size">Samples of a part.</param>
/// <param name="Draws">How many parts of each.</param>
/// <param name="From">Of the first one's parts.</param>
/// <param name="To">Of the second one's.</param>
internal sealed record EqualSize(int Size, int Draws, PerText<RichnessInterval> From, PerText<RichnessInterval> To);

/// <summary>A measure against the gates of two releases; null where one was not held to it.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="From">In the first.</param>
/// <param name="To">In the second.</param>
internal sealed record GateChange(string Measure, GateSide? From, GateSide? To);

/// <summary>A measure against one gate.</summary>
/// <param name="Required">What the gate asked for; null where the recipe asked for nothing.</param>
/// <param name="Actual">What was measured.</param>
/// <param name="Passed">Whether it was enough.</param>
internal sealed record GateSide(double? Required, double Actual, bool Passed)
{
    /// <summary>The figures of a result; null where there is none.</summary>
    public static GateSide? Of(GateResult? result) => result is null ? null : new(result.Required, result.Actual, result.Passed);
}

/// <summary>The calibrations of two releases; null where a judge had none.</summary>
/// <param name="From">Of the first.</param>
/// <param name="To">Of the second.</param>
internal sealed record CalibrationChange(CalibrationSummary? From, CalibrationSummary? To);
