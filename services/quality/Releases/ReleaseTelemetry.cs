using System.Diagnostics;
using DialInsight.Quality.Judging;

namespace DialInsight.Quality.Releases;

/// <summary>The end of samples' traces: their place in a release.</summary>
internal static class ReleaseTelemetry
{
    private static readonly ActivitySource s_source = new("DialInsight.Quality");

    /// <summary>Notes, in the sample's trace, that a release holds it.</summary>
    public static void Written(Sample sample, string release)
    {
        if (sample.Trace is null || !s_source.HasListeners() || !ActivityContext.TryParse(sample.Trace, null, isRemote: true, out ActivityContext follows))
            return;
        using Activity? span = s_source.StartActivity("sample released", ActivityKind.Internal, follows);
        span?.SetTag("dialinsight.attempt", sample.Id).SetTag("dialinsight.release", release);
    }
}
