using System.CommandLine;
using DialInsight.Cli.Commands;
using DialInsight.Client;
using DialInsight.Client.Http;

namespace DialInsight.Cli.Runs;

/// <summary>Where the services are, and how a command that asks them ends.</summary>
internal sealed class ServerOptions
{
    private const int Interrupted = 130;

    private readonly Option<Uri> _server = ServiceOptions.Server();
    private readonly Option<string?> _key = ServiceOptions.Key();

    /// <summary>The options, for a command and all those under it.</summary>
    public ServerOptions() => _server.Recursive = _key.Recursive = true;

    /// <summary>Adds the options to a command and those under it.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        command.Options.Add(_key);
    }

    /// <summary>Runs something against the services. What they refuse, or a service that is away, is one line on standard error and exit code 1.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<DialInsightClient, Task<int>> run, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = parsed.GetRequiredValue(_server), Timeout = TimeSpan.FromMinutes(5) };
        try
        {
            return await run(new DialInsightClient(http, ServiceOptions.KeyOf(parsed.GetValue(_key))));
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
