using System.CommandLine;
using DialInsight.Cli.Erasing;
using DialInsight.Client;
using DialInsight.Client.Erasures;
using DialInsight.Client.Http;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight erase</c>: has everything about a subject erased.</summary>
internal static class EraseCommand
{
    private const int Interrupted = 130;
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var subject = new Argument<string>("subject") { Description = "The subject, letter by letter as it was given with its transcripts." };
        Option<Uri> server = ServiceOptions.Server();
        Option<string?> key = ServiceOptions.Key();
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until every service has answered." };
        var command = new Command(
            "erase",
            """
            Erases everything that is about a subject from a running platform: transcripts, what was derived from them, and rows of releases. Nothing brings it back. It takes a
            key of role admin. The same command again tells how far it has come. Exit code: 0 when it is applied (or asked for, with --no-wait), 1 for an error.
            """)
        {
            subject, server, key, noWait,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            TextWriter errors = parsed.InvocationConfiguration.Error;
            using var http = new HttpClient { BaseAddress = parsed.GetRequiredValue(server) };
            ErasuresClient erasures = new DialInsightClient(http, ServiceOptions.KeyOf(parsed.GetValue(key))).Erasures;
            try
            {
                ErasureView erasure = await erasures.EraseAsync(parsed.GetRequiredValue(subject), cancellationToken);
                var report = new ErasureReport(parsed.InvocationConfiguration.Output);
                report.Begun(erasure);
                while (erasure.State == ErasureState.Open && !parsed.GetValue(noWait))
                {
                    await Task.Delay(s_look, TimeProvider.System, cancellationToken);
                    report.Progress(erasure = await erasures.GetAsync(erasure.Id, cancellationToken));
                }

                report.Ended(erasure);
                return 0;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await errors.WriteLineAsync("dialinsight: interrupted; the erasure goes on, and the same command tells how far it is");
                return Interrupted;
            }
            catch (Exception exception) when (exception is ServiceException or HttpRequestException or OperationCanceledException)
            {
                await errors.WriteLineAsync($"dialinsight: {exception.Message}");
                return 1;
            }
        });
        return command;
    }
}
