using System.Diagnostics.Metrics;

namespace DialInsight.Quality.Judging;

/// <summary>Metrics of judging.</summary>
internal static class JudgeTelemetry
{
    private static readonly Meter s_meter = new("DialInsight.Quality");

    private static readonly Counter<long> s_judged = s_meter.CreateCounter<long>("dialinsight.samples.judged", "{sample}", "Judged samples, by outcome and level.");

    /// <summary>Counts what was decided about a sample.</summary>
    public static void Decided(Decision decision) => s_judged.Add(
        1,
        new KeyValuePair<string, object?>("outcome", decision.Outcome.ToString().ToLowerInvariant()),
        new KeyValuePair<string, object?>("level", decision.Level?.ToString().ToLowerInvariant() ?? "none"));
}
