using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DialInsight.Ingest.Transcripts;

/// <summary>How long the stages of taking in have worked, as metrics. They overlap: their sum is more than the time that passes.</summary>
internal static class IntakeStages
{
    private static readonly Meter s_meter = new("DialInsight.Ingest");
    private static readonly Counter<double> s_seconds = s_meter.CreateCounter<double>("dialinsight.ingest.stage.duration", "s", "Time that a stage of taking transcripts in has worked.");

    /// <summary>Reading and parsing, waiting for the sender included.</summary>
    public const string Parse = "parse";

    /// <summary>Looking for near duplicates.</summary>
    public const string Compare = "compare";

    /// <summary>Normalising, cleaning, replacing personal data.</summary>
    public const string Prepare = "prepare";

    /// <summary>Storing, waiting for the disk included.</summary>
    public const string Store = "store";

    /// <summary>Adds the time since <paramref name="started"/>.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="started">A <see cref="Stopwatch"/>'s time stamp.</param>
    public static void Worked(string stage, long started) =>
        s_seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
}
