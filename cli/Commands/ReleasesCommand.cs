using System.CommandLine;
using DialInsight.Cli.Releases;
using DialInsight.Cli.Runs;
using DialInsight.Cli.Server;
using DialInsight.Client;
using DialInsight.Client.Releases;
using Spectre.Console.Rendering;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight releases</c>: the data sets of a running service.</summary>
internal static class ReleasesCommand
{
    private static readonly ServerOptions s_server = new();
    private static readonly Option<bool> s_json = new("--json") { Description = "What the service answered, as JSON.", Recursive = true };
    private static readonly string[] s_formats =
        ["alpaca", "sharegpt", "messages", "preference", "train", "validation", "test", "huggingface", "dataset_info", "card", "manifest", "report"];

    /// <summary>The command with those under it.</summary>
    public static Command Create()
    {
        var command = new Command("releases", "Released data sets: lists, compares and downloads them. Exit code 0, or 1 for an error.") { List(), ShowOne(), Diff(), LeftOut(), Export() };
        s_server.AddTo(command);
        command.Options.Add(s_json);
        return command;
    }

    private static Command List()
    {
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = static _ => 50 };
        var command = new Command("list", "Releases by name.") { limit };
        command.SetAction((parsed, token) => ShowAsync(
            parsed, async client => (await client.Releases.ListAsync(cursor: null, parsed.GetValue(limit), token)).Items, ReleaseTables.List, token));
        return command;
    }

    private static Command ShowOne()
    {
        Argument<string> name = Name("name");
        var command = new Command("show", "A release with its files and their checksums.") { name };
        command.SetAction((parsed, token) => ShowAsync(parsed, client => client.Releases.GetAsync(parsed.GetRequiredValue(name), token), ReleaseTables.Show, token));
        return command;
    }

    private static Command Diff()
    {
        Argument<string> from = Name("from"), to = Name("to");
        var command = new Command("diff", "What the second release changes against the first, by sample and by measure, with richness at equal size, gate and calibration.") { from, to };
        command.SetAction((parsed, token) => ShowAsync(
            parsed, client => client.Releases.DiffAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), token), DiffTables.Show, token));
        return command;
    }

    private static Command LeftOut()
    {
        Argument<string> name = Name("name");
        var reason = new Option<string?>("--reason") { Description = "Only those that are too-similar to a released one, or beyond the number wanted." };
        reason.AcceptOnlyFromAmong("too-similar", "beyond");
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = static _ => 50 };
        var command = new Command("left-out", "The accepted samples that a release does not hold because its recipe selects: the best first, with scores and why.") { name, reason, limit };
        command.SetAction((parsed, token) => ShowAsync(
            parsed,
            async client => (await client.Releases.LeftOutAsync(
                parsed.GetRequiredValue(name), parsed.GetValue(reason) == "too-similar" ? "tooSimilar" : parsed.GetValue(reason), cursor: null, parsed.GetValue(limit), token)).Items,
            ReleaseTables.LeftOut,
            token));
        return command;
    }

    private static Command Export()
    {
        Argument<string> name = Name("name");
        var format = new Option<string>("--format") { Description = "Which file.", DefaultValueFactory = static _ => "messages" };
        format.AcceptOnlyFromAmong(s_formats);
        var output = new Option<string?>("--output") { Description = "The file to write; else standard output." };
        var folder = new Option<string?>("--folder") { Description = "Instead of one file: all files of the release, to a folder of its name in this one." };
        var command = new Command(
            "export", "Downloads one file of a release, or with --folder all of them. With --output or --folder a download that breaks goes on where it was, also by the same command later, and every file is held to its checksum.")
        {
            name, format, output, folder,
        };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                var download = new ReleaseDownload(client.Releases, TimeProvider.System);
                if (parsed.GetValue(folder) is { } root)
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(await download.ToFolderAsync(parsed.GetRequiredValue(name), root, token));
                    return 0;
                }

                if (parsed.GetValue(output) is { } file)
                {
                    await download.ToFileAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(format), file, token);
                    return 0;
                }

                await using Stream standard = Console.OpenStandardOutput();
                await client.Releases.ExportAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(format), standard, token);
                return 0;
            },
            token));
        return command;
    }

    private static Argument<string> Name(string called) => new(called) { Description = "The release, such as recipe-v1." };

    private static Task<int> ShowAsync<T>(ParseResult parsed, Func<DialInsightClient, Task<T>> ask, Func<T, IRenderable> table, CancellationToken cancellationToken) =>
        s_server.RunAsync(
            parsed,
            async client =>
            {
                T answer = await ask(client);
                if (parsed.GetValue(s_json))
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(RunText.Json(answer));
                    return 0;
                }

                Screen.Write(table(answer));
                return 0;
            },
            cancellationToken);
}
