using System.Security.Cryptography;
using DialInsight.Client;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting;
using DialInsight.Ingest;
using DialInsight.InstructionEvolution;
using DialInsight.Labeling;
using DialInsight.PromptAssembly;
using DialInsight.Quality;
using DialInsight.Standalone.Working;
using DialInsight.WebConsole;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DialInsight.Standalone;

/// <summary>Every module in one process, and the work that the command line gave it.</summary>
internal static class StandaloneHost
{
    /// <summary>Runs until told to stop, or with <c>--exit</c> until the work is done. The exit code: 0, 1 for an error, 2 where the gate refused the data set, 130 when interrupted.</summary>
    public static async Task<int> RunAsync(StandaloneOptions options, CancellationToken cancellationToken)
    {
        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (await StartAsync(options, key) is not { } app)
            return 1;

        await using (app)
        {
            string address = AddressOf(app);
            await Console.Out.WriteLineAsync($"DialInsight listens on {address}");
            int outcome = options.HasWork ? await WorkAsync(app, options, address, key, cancellationToken) : 0;
            if (options.Exit)
                await app.StopAsync(CancellationToken.None);
            else
                await app.WaitForShutdownAsync(cancellationToken);
            return outcome;
        }
    }

    /// <summary>The started host; null when it could not start, which one line on standard error explains.</summary>
    private static async Task<WebApplication?> StartAsync(StandaloneOptions options, string key)
    {
        WebApplication? app = null;
        try
        {
            app = Build(options, key);
            await app.StartServiceAsync();
            return app;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(StartFailure.Line(exception));
            if (app is not null)
                await app.DisposeAsync();
            return null;
        }
    }

    private static WebApplication Build(StandaloneOptions options, string key)
    {
        string[] settings =
        [
            $"--urls={options.Urls}",
            $"--Storage:Path={options.DataFolder}",
            .. options.DomainFolder is null ? Array.Empty<string>() : [$"--Domain:Path={options.DomainFolder}"],
            .. options.Settings,
        ];

        IReadOnlyList<KeyValuePair<string, string?>> configured =
            [.. new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build().AsEnumerable()];

        // The sample's people are made up: under a key that everybody has, its run gives everybody the same data set.
        if (options.IsSample && !configured.Any(setting => setting.Key.StartsWith("Pseudonyms:Key", StringComparison.OrdinalIgnoreCase)))
            settings = [.. settings, "--Pseudonyms:Key=the people of the sample are made up"];

        // Where keys are asked for, the work of the command line needs one too: made for this start, known to nobody.
        if (configured.Any(setting => setting.Key.StartsWith("Auth:Keys", StringComparison.OrdinalIgnoreCase)))
            settings = [.. settings, "--Auth:Keys:command-line:role=operator", $"--Auth:Keys:command-line:key={key}"];

        WebApplicationBuilder builder = ServiceHost.CreateBuilder(settings, "standalone");
        // The progress tells what a person wants to know of start and stop.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        if (options.HasWork)
            builder.Logging.AddFilter("DialInsight", LogLevel.Warning);
        builder.AddIngest();
        builder.AddInstructionEvolution();
        builder.AddPromptAssembly();
        builder.AddLabeling();
        builder.AddQuality();
        builder.AddConsole();
        WebApplication app = builder.BuildService();
        app.MapIngest();
        app.MapInstructionEvolution();
        app.MapPromptAssembly();
        app.MapLabeling();
        app.MapQuality();
        app.MapConsole();
        return app;
    }

    private static async Task<int> WorkAsync(WebApplication app, StandaloneOptions options, string address, string key, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
        var work = new Work(new DialInsightClient(http, key), app.Services.GetRequiredService<IDomainPacks>(), options, new Progress(), TimeProvider.System);
        try
        {
            return await work.RunAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("Stopped. Started again with the same --data, the run goes on.");
            return 130;
        }
    }

    private static string AddressOf(WebApplication app)
    {
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal);
    }
}
