using System.Diagnostics;
using OpenTelemetry;

namespace DialInsight.Hosting.Telemetry;

/// <summary>
/// Keeps what people said, and who they are, out of the spans that leave the process: addresses become routes (a path may hold a subject's name), queries go, and of
/// exceptions only the type stays (their texts may quote what was worked on).
/// </summary>
internal sealed class SafeSpans : BaseProcessor<Activity>
{
    private const string Route = "http.route";
    private const string Failure = "error.type";
    private static readonly string[] s_dropped = ["url.query", "url.full", "user_agent.original", "client.address", "network.peer.address"];
    private static readonly ActivitySource s_source = new("DialInsight.Safe");

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (string tag in s_dropped)
            data.SetTag(tag, null);
        if (data.GetTagItem("url.path") is not null)
            data.SetTag("url.path", data.GetTagItem(Route));
        if (data.Events.Any())
            Replace(data);
        else if (data.Status == ActivityStatusCode.Error && data.StatusDescription is not null)
            data.SetStatus(ActivityStatusCode.Error);
    }

    // Events cannot be taken out of a span: another one goes in its place, which says the same without them.
    private static void Replace(Activity data)
    {
        data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        Activity? current = Activity.Current;
        Activity.Current = null;
        var parent = new ActivityContext(data.TraceId, data.ParentSpanId, ActivityTraceFlags.Recorded);
        using (Activity? copy = s_source.StartActivity(data.DisplayName, data.Kind, parent, data.TagObjects, data.Links, data.StartTimeUtc))
        {
            copy?.SetTag(Failure, copy.GetTagItem(Failure) ?? TypeOf(data.Events)).SetStatus(data.Status).SetEndTime(data.StartTimeUtc + data.Duration);
        }

        Activity.Current = current;
    }

    private static object? TypeOf(IEnumerable<ActivityEvent> events) =>
        events.SelectMany(happened => happened.Tags).FirstOrDefault(tag => tag.Key == "exception.type").Value;
}
