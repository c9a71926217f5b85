using System.CommandLine;
using DialInsight.Cli.Erasing;
using DialInsight.Cli.Server;
using DialInsight.Client.Erasures;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight erase</c>: has everything about a subject erased.</summary>
internal static class EraseCommand
{
    private static readonly ServerOptions s_server = new();
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var subject = new Argument<string>("subject") { Description = "The subject, letter by letter as it was given with its transcripts." };
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until every service has answered." };
        var command = new Command(
            "erase",
            """
            Erases everything that is about a subject from a running platform: transcripts, what was derived from them, and rows of releases. Nothing brings it back. It takes a
            key of role admin. The same command again tells how far it has come. Exit code: 0 when it is applied (or asked for, with --no-wait), 1 for an error.
            """)
        {
            subject, noWait,
        };
        s_server.AddTo(command);
        command.SetAction((parsed, cancellationToken) => s_server.RunAsync(
            parsed,
            client => EraseAsync(client.Erasures, parsed.GetRequiredValue(subject), !parsed.GetValue(noWait), new ErasureReport(parsed.InvocationConfiguration.Output), cancellationToken),
            cancellationToken,
            interrupted: "the erasure goes on, and the same command tells how far it is"));
        return command;
    }

    private static async Task<int> EraseAsync(ErasuresClient erasures, string subject, bool waits, ErasureReport report, CancellationToken cancellationToken)
    {
        ErasureView erasure = await erasures.EraseAsync(subject, cancellationToken);
        report.Begun(erasure);
        while (erasure.State == ErasureState.Open && waits)
        {
            await Task.Delay(s_look, TimeProvider.System, cancellationToken);
            report.Progress(erasure = await erasures.GetAsync(erasure.Id, cancellationToken));
        }

        report.Ended(erasure);
        return 0;
    }
}
