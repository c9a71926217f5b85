using System.Diagnostics.Metrics;

namespace DialInsight.Labeling.Labels;

/// <summary>Metrics of the work queue.</summary>
internal static class LabelTelemetry
{
    private static readonly Meter s_meter = new("DialInsight.Labeling");

    private static readonly Histogram<double> s_wait = s_meter.CreateHistogram("dialinsight.labeling.queue_wait", "s", "How long requests waited before a worker took them.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000] });

    /// <summary>Notes that a worker took a request.</summary>
    /// <param name="sent">When it was published; null where the message does not tell.</param>
    /// <param name="now">The time.</param>
    public static void Taken(DateTime? sent, DateTimeOffset now)
    {
        if (sent is { } at)
            s_wait.Record(Math.Max(0, (now.UtcDateTime - at).TotalSeconds));
    }
}
