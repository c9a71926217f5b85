using System.CommandLine;
using DialInsight.Client;
using DialInsight.Client.Http;

namespace DialInsight.Cli.Runs;

/// <summary>Where the services are, and how a command that asks them ends.</summary>
internal sealed class ServerOptions
{
    private const string KeyVariable = "DIALINSIGHT_API_KEY";
    private const int Interrupted = 130;

    private readonly Option<Uri> _server = new("--server")
    {
        Description = "Where the services are.",
        DefaultValueFactory = static _ => new Uri("http://127.0.0.1:8080"),
        Recursive = true,
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address) && address is { Scheme: "http" or "https" })
                return address;
            result.AddError("--server takes an address such as http://127.0.0.1:8080.");
            return null;
        },
    };

    private readonly Option<string?> _key = new("--api-key") { Description = $"The key, where one is asked for; else {KeyVariable} of the environment.", Recursive = true };

    /// <summary>Adds the options to a command and those under it.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        command.Options.Add(_key);
    }

    /// <summary>Runs something against the services. What they refuse, or a service that is away, is one line on standard error and exit code 1.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<DialInsightClient, Task<int>> run, CancellationToken cancellationToken)
    {
        string? key = parsed.GetValue(_key) ?? Environment.GetEnvironmentVariable(KeyVariable);
        using var http = new HttpClient { BaseAddress = parsed.GetRequiredValue(_server), Timeout = TimeSpan.FromMinutes(5) };
        try
        {
            return await run(new DialInsightClient(http, string.IsNullOrEmpty(key) ? null : key));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception) when (exception is ServiceException or HttpRequestException or IOException or UnauthorizedAccessException or TaskCanceledException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"dialinsight: {exception.Message}");
            return 1;
        }
    }
}
