using System.Net;
using DialInsight.Client.Http;
using DialInsight.Client.Runs;
using Spectre.Console;

namespace DialInsight.Cli.Runs;

/// <summary>Shows a run until it is over: a live table on a terminal, a line whenever something moved elsewhere. A service that is away is waited for.</summary>
internal sealed class RunWatch(RunsClient runs, TextWriter output, bool live, TimeProvider time)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_plainPause = TimeSpan.FromSeconds(1);

    private string _shown = "";
    private long _shownAt;

    /// <summary>Watches. The exit code: 0 released, 2 refused by its gate, 1 cancelled.</summary>
    public async Task<int> RunAsync(string id, CancellationToken cancellationToken)
    {
        RunView run = await runs.GetAsync(id, cancellationToken);
        run = live
            ? await AnsiConsole.Live(RunTables.Run(run, live: true)).StartAsync(context => FollowAsync(run, view => context.UpdateTarget(RunTables.Run(view, live: true)), cancellationToken))
            : await FollowAsync(run, Tell, cancellationToken);
        if (!live)
            TellEnd(run);
        return RunText.ExitCode(run);
    }

    private async Task<RunView> FollowAsync(RunView run, Action<RunView> show, CancellationToken cancellationToken)
    {
        while (run.EndedAt is null)
        {
            show(run);
            await Task.Delay(s_look, time, cancellationToken);
            run = await LookAsync(run, cancellationToken);
        }

        show(run);
        return run;
    }

    private async Task<RunView> LookAsync(RunView last, CancellationToken cancellationToken)
    {
        try
        {
            return await runs.GetAsync(last.Id, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or ServiceException { Status: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout })
        {
            return last with { Status = $"{last.State.ToString().ToLowerInvariant()} (the service is away)" };
        }
    }

    private void Tell(RunView run)
    {
        string line = RunText.Line(run);
        if (line == _shown || (_shown.Length > 0 && time.GetElapsedTime(_shownAt) < s_plainPause))
            return;

        _shown = line;
        _shownAt = time.GetTimestamp();
        output.WriteLine(line);
    }

    private void TellEnd(RunView run)
    {
        if (RunText.Line(run) is var line && line != _shown)
            output.WriteLine(line);
        foreach (string remark in RunText.Remarks(run))
            output.WriteLine(remark);
    }
}
