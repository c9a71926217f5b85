using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DialInsight.Hosting.Telemetry;

/// <summary>Sends traces and metrics by OTLP where the standard variable names an endpoint; otherwise nothing of it runs.</summary>
internal static class Telemetry
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] s_sources = ["Microsoft.AspNetCore", "System.Net.Http", "MassTransit", "DialInsight.*"];
    private static readonly string[] s_meters = ["Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "MassTransit", "DialInsight.*"];

    /// <summary>Registers it for the service.</summary>
    public static void Add(WebApplicationBuilder builder, string service)
    {
        if (string.IsNullOrEmpty(builder.Configuration[EndpointVariable]))
            return;
        builder.Services.AddSingleton(_ => OpenTelemetrySdk.Create(telemetry => telemetry
            .ConfigureResource(resource => resource.AddService(service))
            .WithTracing(tracing => tracing.AddSource(s_sources).AddProcessor(new SafeSpans()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(s_meters).AddOtlpExporter())));
    }

    /// <summary>Starts it, where it is registered; it ends with the host.</summary>
    public static void Start(IServiceProvider services) => services.GetService<OpenTelemetrySdk>();
}
