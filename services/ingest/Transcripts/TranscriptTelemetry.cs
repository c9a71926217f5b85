using System.Diagnostics;

namespace DialInsight.Ingest.Transcripts;

/// <summary>The traces of transcripts: one each, which everything that becomes of the transcript goes on in, up to its samples' release. No words of it are in there.</summary>
internal static class TranscriptTelemetry
{
    private static readonly ActivitySource s_source = new("DialInsight.Ingest");

    /// <summary>Begins the transcript's trace, linked with the request that brought it. A request of a hundred thousand would be too large a trace.</summary>
    public static TranscriptDocument Begin(TranscriptDocument transcript)
    {
        if (!s_source.HasListeners())
            return transcript;
        Activity? request = Activity.Current;
        Activity.Current = null;
        using (Activity? span = s_source.StartActivity("transcript", ActivityKind.Internal, default(ActivityContext), links: request is null ? null : [new ActivityLink(request.Context)]))
        {
            span?.SetTag("dialinsight.transcript", transcript.Id).SetTag("dialinsight.scenario", transcript.Scenario).SetTag("dialinsight.language", transcript.Language);
            transcript.Trace = span?.Id;
        }

        Activity.Current = request;
        return transcript;
    }
}
