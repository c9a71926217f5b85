using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>A span that a process sent.</summary>
internal sealed record CollectedSpan(string Service, string Trace, string Name);

/// <summary>Takes spans by OTLP over HTTP (protobuf) and keeps which service sent which in which trace.</summary>
internal sealed class SpanCollector : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _listening;

    private SpanCollector(int port)
    {
        Endpoint = $"http://127.0.0.1:{port}";
        _listener.Prefixes.Add($"{Endpoint}/");
        _listener.Start();
        _listening = ListenAsync();
    }

    /// <summary>Where to send to.</summary>
    public string Endpoint { get; }

    /// <summary>What has come.</summary>
    public ConcurrentQueue<CollectedSpan> Spans { get; } = [];

    public static SpanCollector Start() => new(FreePort.Next());

    /// <summary>Makes processes that get these settings send their spans here.</summary>
    public void AddTo(Dictionary<string, string> settings)
    {
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = Endpoint;
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        settings["OTEL_BSP_SCHEDULE_DELAY"] = "500";
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _listening;
    }

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (context.Request.Url?.AbsolutePath == "/v1/traces")
                    Keep(body.ToArray());
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                // Closed, or the process that was sending is gone.
            }
        }
    }

    // ExportTraceServiceRequest.resource_spans = 1; ResourceSpans.resource = 1, scope_spans = 2; ScopeSpans.spans = 2; Span.trace_id = 1, name = 5.
    private void Keep(ReadOnlyMemory<byte> request)
    {
        foreach (ReadOnlyMemory<byte> resourceSpans in Protobuf.Fields(request, 1))
        {
            string service = Protobuf.Fields(resourceSpans, 1).Select(ServiceOf).FirstOrDefault() ?? "";
            foreach (ReadOnlyMemory<byte> span in Protobuf.Fields(resourceSpans, 2).SelectMany(scope => Protobuf.Fields(scope, 2)))
                Spans.Enqueue(new CollectedSpan(service, Convert.ToHexString(Protobuf.Fields(span, 1).First().Span), Text(Protobuf.Fields(span, 5).First())));
        }
    }

    // Resource.attributes = 1; KeyValue.key = 1, value = 2; AnyValue.string_value = 1.
    private static string? ServiceOf(ReadOnlyMemory<byte> resource) => Protobuf.Fields(resource, 1)
        .Where(attribute => Text(Protobuf.Fields(attribute, 1).First()) == "service.name")
        .Select(attribute => Text(Protobuf.Fields(Protobuf.Fields(attribute, 2).First(), 1).First()))
        .FirstOrDefault();

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
