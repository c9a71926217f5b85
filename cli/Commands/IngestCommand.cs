using System.CommandLine;
using DialInsight.Cli.Ingesting;
using DialInsight.Client;
using DialInsight.Client.Http;
using DialInsight.Client.Transcripts;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight ingest</c>: sends files to a running service.</summary>
internal static class IngestCommand
{
    private const string StandardInput = "-";
    private const int Interrupted = 130;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "Files, folders, archives; - for standard input.", Arity = ArgumentArity.OneOrMore };
        Option<Uri> server = ServiceOptions.Server();
        Option<string?> key = ServiceOptions.Key();
        var domain = new Option<string?>("--domain") { Description = "The domain pack to find scenarios and roles in." };
        var scenario = new Option<string?>("--scenario") { Description = "The scenario of records that name none." };
        var channel = new Option<string?>("--channel") { Description = "Their channel." };
        var language = new Option<string?>("--language") { Description = "Their language: zh, en." };
        var source = new Option<string?>("--source") { Description = "Where they come from; else the file's name." };
        var subject = new Option<string?>("--subject") { Description = "The person they are about." };
        var attempts = new Option<int>("--attempts") { Description = "How often a file is tried when the service is away or the connection breaks.", DefaultValueFactory = static _ => 10 };
        var json = new Option<bool>("--json") { Description = "JSON Lines: every record and file that was refused, then the sums." };
        var command = new Command(
            "ingest",
            """
            Sends transcripts to a running service and tells what became of them. Sending them again changes nothing, so that a run that was broken off is simply
            started again. Exit code: 0, 2 where some were refused, 1 for an error.
            """)
        {
            paths, server, key, domain, scenario, channel, language, source, subject, attempts, json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var defaults = new IngestDefaults(
                parsed.GetValue(domain), parsed.GetValue(scenario), parsed.GetValue(channel), parsed.GetValue(language), parsed.GetValue(source), parsed.GetValue(subject));
            TextWriter output = parsed.InvocationConfiguration.Output, errors = parsed.InvocationConfiguration.Error;
            IReport report = parsed.GetValue(json) ? new JsonReport(output, errors) : new ScreenReport(output, !Console.IsOutputRedirected, TimeProvider.System);
            int tries = Math.Max(1, parsed.GetValue(attempts));
            return RunAsync(
                parsed.GetRequiredValue(paths),
                parsed.GetRequiredValue(server),
                ServiceOptions.KeyOf(parsed.GetValue(key)),
                client => new IngestRun(client, defaults, report, tries, TimeProvider.System),
                errors,
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, Uri server, string? key, Func<TranscriptsClient, IngestRun> run, TextWriter errors, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            await using FileStream? input = paths.Contains(StandardInput) ? await SpooledInputAsync(cancellationToken) : null;
            Upload[] uploads = [.. Uploads(paths, input?.Name)];
            return await run(new DialInsightClient(http, key).Transcripts).RunAsync(uploads, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync("dialinsight: interrupted; the same command goes on");
            return Interrupted;
        }
        catch (Exception exception) when (exception is ServiceException or HttpRequestException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"dialinsight: {exception.Message}");
            return 1;
        }
    }

    private static IEnumerable<Upload> Uploads(string[] paths, string? input)
    {
        string[] given = [.. paths.Where(path => path != StandardInput)];
        IEnumerable<Upload> files = TranscriptPaths.Together(TranscriptPaths.Find(given)).Select(Upload.Of);
        return input is null ? files : files.Append(new Upload(StandardInput, [input], null, "stdin"));
    }

    /// <summary>Standard input can be read once; a broken connection asks for it twice.</summary>
    private static async Task<FileStream> SpooledInputAsync(CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using Stream input = Console.OpenStandardInput();
        await input.CopyToAsync(file, cancellationToken);
        await file.FlushAsync(cancellationToken);
        return file;
    }
}
