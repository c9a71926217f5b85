using DialInsight.Hosting.Audit;
using DialInsight.Hosting.Bus;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting;

/// <summary>What every service has in common: create, add modules, build, map modules, run.</summary>
public static class ServiceHost
{
    /// <summary>A builder with settings, JSON, problem details, OpenAPI, health, logging, telemetry, access, clock and document store in place.</summary>
    /// <param name="args">The command line: <c>--Section:Name=value</c>.</param>
    /// <param name="service">The process's name, for instance <c>ingest</c> or <c>standalone</c>.</param>
    public static WebApplicationBuilder CreateBuilder(string[] args, string service)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(new BusRegistration());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<AuditLog>();
        return builder;
    }

    /// <summary>Builds the host with the bus and the consumers that the modules added, and maps health and OpenAPI.</summary>
    public static WebApplication BuildService(this WebApplicationBuilder builder)
    {
        BusRegistration registration = BusRegistration.Of(builder);
        builder.Services.AddMassTransit(bus =>
        {
            registration.Apply(bus);
            bus.UsingInMemory((context, configurator) => configurator.ConfigureEndpoints(context));
        });
        return builder.Build();
    }

    /// <summary>Runs until it is told to stop. A start that fails prints one clear line and leaves exit code 1.</summary>
    public static Task RunServiceAsync(this WebApplication app) => app.RunAsync();
}
