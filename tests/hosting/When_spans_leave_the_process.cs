using System.Diagnostics;
using DialInsight.Hosting.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace DialInsight.Hosting.Tests;

public sealed class When_spans_leave_the_process
{
    private static readonly ActivitySource s_source = new("DialInsight.Hosting.Tests.Spans");

    [Fact]
    public void Addresses_become_routes_and_queries_go()
    {
        Activity sent = Assert.Single(Sent(() =>
        {
            using Activity span = s_source.StartActivity("DELETE /subjects/{subject}", ActivityKind.Server)!;
            span.SetTag("url.path", "/subjects/13800138000").SetTag("url.query", "?subject=Zhang").SetTag("http.route", "/subjects/{subject}").SetTag("client.address", "10.1.2.3");
        }));

        Assert.Equal("/subjects/{subject}", sent.GetTagItem("url.path"));
        Assert.DoesNotContain(sent.TagObjects, tag => $"{tag.Value}".Contains("Zhang") || $"{tag.Value}".Contains("13800138000") || $"{tag.Value}".Contains("10.1.2.3"));
    }

    [Fact]
    public void Of_an_exception_only_its_type_is_told_in_the_place_of_the_span_that_had_it()
    {
        ActivityTraceId trace = default;
        ActivitySpanId parent = default;
        Activity[] sent = Sent(() =>
        {
            using Activity outer = s_source.StartActivity("outer")!;
            (trace, parent) = (outer.TraceId, outer.SpanId);
            using Activity span = s_source.StartActivity("consume", ActivityKind.Consumer)!;
            span.SetTag("messaging.system", "rabbitmq").AddException(new FormatException("my name is Zhang Wei")).SetStatus(ActivityStatusCode.Error, "my name is Zhang Wei");
        });

        Activity told = Assert.Single(sent, span => span.DisplayName == "consume");
        Assert.Equal((trace, parent, ActivityKind.Consumer), (told.TraceId, told.ParentSpanId, told.Kind));
        Assert.Equal("System.FormatException", told.GetTagItem("error.type"));
        Assert.Equal("rabbitmq", told.GetTagItem("messaging.system"));
        Assert.Equal(ActivityStatusCode.Error, told.Status);
        Assert.Empty(told.Events);
        Assert.Null(told.StatusDescription);
    }

    private static Activity[] Sent(Action work)
    {
        List<Activity> sent = [];
        using (TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(s_source.Name, "DialInsight.Safe")
            .AddProcessor(new SafeSpans())
            .AddProcessor(new SimpleActivityExportProcessor(new Keeping(sent)))
            .Build())
        {
            work();
        }

        return [.. sent];
    }

    private sealed class Keeping(List<Activity> sent) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (Activity span in batch)
                sent.Add(span);
            return ExportResult.Success;
        }
    }
}
