using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Audit;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Failures;
using DialInsight.Hosting.Http;
using DialInsight.Hosting.Settings;
using DialInsight.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

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
        AddSettings(builder);
        // Nobody needs to know what answers.
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        AddLogging(builder.Logging);
        AddHttp(builder.Services, service);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDocumentStore(builder.Configuration);
        builder.Services.AddSingleton(new BusRegistration());
        builder.Services.AddSingleton<AuditLog>();
        builder.Services.AddSingleton<FailureLog>();
        // First of all hosted services: it comes up before the others and goes down after them.
        builder.Services.AddHostedService<ServiceLifetime>();
        Telemetry.Telemetry.Add(builder, service);
        return builder;
    }

    /// <summary>Builds the host with the bus and the consumers that the modules added, and maps health and OpenAPI.</summary>
    public static WebApplication BuildService(this WebApplicationBuilder builder)
    {
        BusServices.AddBus(builder);
        WebApplication app = builder.Build();
        // MassTransit keeps the first host's in the flow of execution: a second host in it would log to one that may be gone.
        LogContext.ConfigureCurrentLogContext(app.Services.GetRequiredService<ILoggerFactory>());
        Telemetry.Telemetry.Start(app.Services);
        SecurityHeaders.Use(app);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseMiddleware<AuditMiddleware>();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<ParameterCheck>();
        HealthAnswers.Map(app);
        app.MapOpenApi().AllowAnonymous();
        return app;
    }

    /// <summary>
    /// The whole program of a service: creates it, adds and maps its modules, and runs until it is told to stop. With <c>--health URL</c> it
    /// asks a running service how it is instead, and ends.
    /// </summary>
    /// <returns>The exit code: 0, or 1 where the start failed, which one line on standard error explains, or the asked service is not healthy.</returns>
    public static async Task<int> RunAsync(string[] args, string service, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        if (HealthProbe.IsAsked(args))
            return await HealthProbe.RunAsync(args);

        WebApplicationBuilder builder = CreateBuilder(args, service);
        add(builder);
        await using WebApplication app = builder.BuildService();
        map(app);
        try
        {
            await app.StartServiceAsync();
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(StartFailure.Line(exception));
            return 1;
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Checks the settings and starts.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong or not known.</exception>
    /// <exception cref="StartException">The process cannot run here.</exception>
    public static async Task StartServiceAsync(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        AccessKeys keys = app.Services.GetRequiredService<AccessKeys>();
        ListeningRule.Check(ListeningAddresses.Configured(app), keys);
        await app.StartAsync();
        // What it came to listen on, by whatever way it was told.
        ListeningRule.Check(app.Urls, keys);
    }

    private static void AddSettings(WebApplicationBuilder builder)
    {
        string[] withSecrets = ["Bus", "Storage", "Pseudonyms", "Auth"];
        var known = new KnownSettings();
        known.Add("Auth", ["Keys", "AllowAnonymous"]);
        known.Add("Domain", ["Path"]);
        known.Add("Pseudonyms", ["Key"]);
        builder.Services.AddSingleton(known);
        IReadOnlyList<string> unread = SecretFiles.Read(builder.Configuration, withSecrets);
        var keys = new AccessKeys(builder.Configuration);
        builder.Services.AddSingleton(keys);
        builder.Services.AddSingleton<RequestLimits>();
        builder.Services.AddSingleton<ICallers, Callers>();
        builder.AddSettings<AccessSettings>("Auth");
        builder.AddSettings<HostSettings>("Host");
        builder.AddSettings<BusOptions>("Bus");
        builder.Services.AddSingleton<IValidateOptions<HostSettings>>(new SettingsValidation(builder.Configuration, known, [.. unread, .. keys.Problems]));
        // Read as it is: the host asks for it before the settings are checked, and a number that is none is told then.
        int seconds = int.TryParse(builder.Configuration["Host:ShutdownSeconds"], CultureInfo.InvariantCulture, out int set) ? set : new HostSettings().ShutdownSeconds;
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 3600) + 15));
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.UseUtcTimestamp = true;
        });
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("MassTransit", LogLevel.Warning);
        // A start that fails is told in one line, not in three stacks.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);
        // These repeat exceptions' texts, which may hold what people said. Failures are told, and kept, without them.
        logging.AddFilter("MassTransit.Messages", LogLevel.None);
        logging.AddFilter("MassTransit.ReceiveTransport", LogLevel.None);
    }

    private static void AddHttp(IServiceCollection services, string service)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        ProblemAnswers.Add(services);
        HealthAnswers.AddStores(services.AddHealthChecks());
        services.AddOpenApi(options => ServiceDescription.Write(options, service));
    }
}
