using System.CommandLine;
using DialInsight.Client;
using DialInsight.Client.Http;

namespace DialInsight.Cli.Server;

/// <summary>Where the services are and the key to them, and how a command that asks them ends.</summary>
internal sealed class ServerOptions
{
    /// <summary>The environment's variables for what is not said.</summary>
    public const string ServerVariable = "DIALINSIGHT_SERVER", KeyVariable = "DIALINSIGHT_API_KEY";
    private const string Default = "http://127.0.0.1:8080";
    private const int Interrupted = 130;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly Option<Uri> _server = new("--server")
    {
        Description = $"Where the services are; else {ServerVariable} of the environment.",
        DefaultValueFactory = static result => Address(
            Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } set ? set : Default, $"{ServerVariable} of the environment", result.AddError)!,
        CustomParser = static result => Address(result.Tokens[0].Value, "--server", result.AddError),
        Recursive = true,
    };

    private readonly Option<string?> _key = new("--api-key") { Description = $"The key, where one is asked for; else {KeyVariable} of the environment.", Recursive = true };

    /// <summary>Adds the options to a command and those under it.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        command.Options.Add(_key);
    }

    /// <summary>Runs something against the services. What they refuse, or a service that is away, is one line on standard error and exit code 1.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">What to run.</param>
    /// <param name="cancellationToken">Whether it was interrupted.</param>
    /// <param name="patience">How long a call may take; five minutes unless said.</param>
    /// <param name="interrupted">What is told when it was interrupted; nothing unless said.</param>
    public async Task<int> RunAsync(
        ParseResult parsed, Func<DialInsightClient, Task<int>> run, CancellationToken cancellationToken, TimeSpan? patience = null, string? interrupted = null)
    {
        TextWriter errors = parsed.InvocationConfiguration.Error;
        string? key = parsed.GetValue(_key) ?? Environment.GetEnvironmentVariable(KeyVariable);
        using var http = new HttpClient { BaseAddress = parsed.GetRequiredValue(_server), Timeout = patience ?? s_patience };
        try
        {
            return await run(new DialInsightClient(http, key is { Length: > 0 } ? key : null));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (interrupted is not null)
                await errors.WriteLineAsync($"dialinsight: interrupted; {interrupted}");
            return Interrupted;
        }
        catch (Exception exception) when (exception is ServiceException or HttpRequestException or IOException or UnauthorizedAccessException or TaskCanceledException)
        {
            await errors.WriteLineAsync($"dialinsight: {ServerFailure.Explain(exception)}");
            return 1;
        }
    }

    private static Uri? Address(string text, string named, Action<string> refuse)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address is { Scheme: "http" or "https" })
            return address;
        refuse($"{named} must be an address such as {Default}, not \"{text}\".");
        return null;
    }
}
