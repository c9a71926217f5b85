using System.CommandLine;
using DialInsight.Cli.Ingesting;
using DialInsight.Cli.Server;
using DialInsight.Client.Transcripts;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight ingest</c>: sends files to a running service.</summary>
internal static class IngestCommand
{
    private static readonly ServerOptions s_server = new();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "Files, folders, archives; - for standard input.", Arity = ArgumentArity.OneOrMore };
        var domain = new Option<string?>("--domain") { Description = "The domain pack to find scenarios and roles in." };
        var scenario = new Option<string?>("--scenario") { Description = "The scenario of records that name none." };
        var channel = new Option<string?>("--channel") { Description = "Their channel." };
        var language = new Option<string?>("--language") { Description = "Their language: zh or en; others are kept as other. Detected where nothing says." };
        var source = new Option<string?>("--source") { Description = "Where they come from; else the file's name." };
        var subject = new Option<string?>("--subject") { Description = "The person they are about." };
        var mapping = new Option<string?>("--mapping") { Description = "The field mapping to hold JSON records to; else their shape tells." };
        var fillers = new Option<bool>("--fillers") { Description = "Remove words that fill pauses too." };
        var coherent = new Option<bool>("--coherent") { Description = "Refuse conversations that do not cohere." };
        var attempts = new Option<int>("--attempts") { Description = "How often a file is tried when the service is away or the connection breaks.", DefaultValueFactory = static _ => 10 };
        var json = new Option<bool>("--json") { Description = "JSON Lines: every record and file that was refused, every note, then the sums." };
        var command = new Command(
            "ingest",
            """
            Sends transcripts to a running service and tells what became of them. Sending them again changes nothing, so that a run that was broken off is simply
            started again. Exit code: 0, 2 where some were refused, 1 for an error, 130 when it was interrupted.

            Examples:
              dialinsight ingest ./calls archive.zip --domain customer-support
              cat day.jsonl | dialinsight ingest - --source day
            """)
        {
            paths, domain, scenario, channel, language, source, subject, mapping, fillers, coherent, attempts, json,
        };
        s_server.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var defaults = new IngestDefaults(
                parsed.GetValue(domain),
                parsed.GetValue(scenario),
                parsed.GetValue(channel),
                parsed.GetValue(language),
                parsed.GetValue(source),
                parsed.GetValue(subject),
                parsed.GetValue(mapping),
                parsed.GetValue(fillers),
                parsed.GetValue(coherent));
            TextWriter output = parsed.InvocationConfiguration.Output, errors = parsed.InvocationConfiguration.Error;
            IReport report = parsed.GetValue(json) ? new JsonReport(output, errors) : new ScreenReport(output, Screen.IsLive, TimeProvider.System);
            int tries = Math.Max(1, parsed.GetValue(attempts));
            return s_server.RunAsync(
                parsed,
                client => RunAsync(parsed.GetRequiredValue(paths), new IngestRun(client.Transcripts, defaults, report, tries, TimeProvider.System), cancellationToken),
                cancellationToken,
                Timeout.InfiniteTimeSpan,
                "the same command goes on");
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, IngestRun run, CancellationToken cancellationToken)
    {
        await using FileStream? input = paths.Contains(SpooledInput.Sign) ? await SpooledInput.OpenAsync(cancellationToken) : null;
        Upload[] uploads = [.. Uploads(paths, input?.Name)];
        return await run.RunAsync(uploads, cancellationToken);
    }

    private static IEnumerable<Upload> Uploads(string[] paths, string? input)
    {
        string[] given = [.. paths.Where(path => path != SpooledInput.Sign)];
        IEnumerable<Upload> files = TranscriptPaths.Together(TranscriptPaths.Find(given)).Select(Upload.Of);
        return input is null ? files : files.Append(new Upload(SpooledInput.Sign, [input], null, "stdin"));
    }
}
