using System.Globalization;
using DialInsight.Client.Releases;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DialInsight.Cli.Releases;

/// <summary>The difference of two releases as tables: samples, measures, richness at equal size, gate, calibration.</summary>
internal static class DiffTables
{
    /// <summary>All of it.</summary>
    public static IRenderable Show(ReleaseDiff diff)
    {
        List<IRenderable> parts =
        [
            new Text($"{diff.Added.Count} added, {diff.Removed.Count} removed, {diff.Changed.Count} changed, {diff.Unchanged} unchanged"),
            Metrics(diff),
        ];
        if (diff.Richness is { } richness)
            parts.AddRange([new Text($"Richness at equal size: {richness.Draws} parts of {richness.Size} samples of each, 95 % intervals"), Richness(diff, richness)]);
        if (diff.Gate.Count > 0)
            parts.AddRange([new Text("Gate"), Gate(diff)]);
        parts.Add(new Text($"Judge against people: {Calibration(diff.From, diff.Calibration.From)}; {Calibration(diff.To, diff.Calibration.To)}"));
        return new Rows(parts);
    }

    private static Table Metrics(ReleaseDiff diff)
    {
        Table table = ReleaseTables.Of("measure", diff.From, diff.To, "change");
        foreach ((string measure, MeasureChange change) in diff.Metrics.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            ReleaseTables.Row(
                table, measure, ReleaseTables.Measure(change.From), ReleaseTables.Measure(change.To),
                (change.To - change.From)?.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture) ?? "");
        }

        return table;
    }

    private static Table Richness(ReleaseDiff diff, EqualSize richness)
    {
        Table table = ReleaseTables.Of("richness of", diff.From, diff.To, "");
        foreach ((string text, RichnessInterval from, RichnessInterval to) in (IEnumerable<(string, RichnessInterval, RichnessInterval)>)
            [("prompts", richness.From.Prompt, richness.To.Prompt), ("inputs", richness.From.Input, richness.To.Input), ("targets", richness.From.Target, richness.To.Target)])
        {
            ReleaseTables.Row(table, text, Interval(from), Interval(to), to.IsAbove(from) ? "higher" : from.IsAbove(to) ? "lower" : "intervals overlap");
        }

        return table;
    }

    private static Table Gate(ReleaseDiff diff)
    {
        Table table = ReleaseTables.Of("measure", diff.From, diff.To);
        foreach (GateChange change in diff.Gate)
            ReleaseTables.Row(table, change.Measure, Side(change.From), Side(change.To));
        return table;
    }

    private static string Side(GateSide? side) => side switch
    {
        null => "",
        { Required: { } required } => $"{ReleaseTables.Measure(side.Actual)}, asked for {ReleaseTables.Measure(required)}: {(side.Passed ? "passed" : "failed")}",
        _ => $"{ReleaseTables.Measure(side.Actual)}, not asked for",
    };

    private static string Interval(RichnessInterval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:0.000} [{interval.Low:0.000}, {interval.High:0.000}]");

    private static string Calibration(string release, CalibrationSummary? calibration) =>
        calibration is null ? $"{release} not calibrated" : $"{release} kappa {ReleaseTables.Kappa(calibration)} over {calibration.Samples} labels ({calibration.Id})";
}
