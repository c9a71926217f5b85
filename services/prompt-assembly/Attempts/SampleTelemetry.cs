using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Traces and metrics of samples: asked for, and what became of them. They hold ids and counts only.</summary>
internal static class SampleTelemetry
{
    private const string Name = "DialInsight.PromptAssembly";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);

    private static readonly Counter<long> s_requested = s_meter.CreateCounter<long>("dialinsight.samples.requested", "{sample}", "Samples asked of the labellers.");
    private static readonly Counter<long> s_settled = s_meter.CreateCounter<long>("dialinsight.samples.settled", "{sample}", "Samples by what became of them: accepted, rejected, failed or in review.");
    private static readonly Histogram<double> s_age = s_meter.CreateHistogram("dialinsight.samples.duration", "s", "From a request to what became of it.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10000] });

    /// <summary>Begins the span in which an attempt is issued: in its transcript's trace, whatever made room for it.</summary>
    public static Activity? Request(AttemptDocument attempt, string? trace)
    {
        s_requested.Add(1, Tags(attempt));
        if (trace is null || !s_source.HasListeners() || !ActivityContext.TryParse(trace, null, isRemote: true, out ActivityContext follows))
            return null;
        return s_source.StartActivity("sample requested", ActivityKind.Internal, follows)?
            .SetTag("dialinsight.run", attempt.RunId).SetTag("dialinsight.cell", attempt.CellId).SetTag("dialinsight.attempt", attempt.Id);
    }

    /// <summary>Counts what became of an attempt.</summary>
    public static void Settled(AttemptDocument attempt)
    {
        TagList tags = Tags(attempt);
        tags.Add("outcome", attempt.State.ToString().ToLowerInvariant());
        s_settled.Add(1, tags);
        if (attempt.SettledAt is { } at)
            s_age.Record((at - attempt.RequestedAt).TotalSeconds, tags);
        Activity.Current?.SetTag("dialinsight.outcome", attempt.State.ToString().ToLowerInvariant());
    }

    // The cell is scenario and task: few values, the same in every run.
    private static TagList Tags(AttemptDocument attempt) => [new("cell", attempt.CellId)];
}
