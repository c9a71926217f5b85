using System.CommandLine;
using System.Text.Json;
using DialInsight.Cli.Failures;
using DialInsight.Cli.Runs;
using DialInsight.Cli.Server;
using DialInsight.Client;
using DialInsight.Client.Failures;
using DialInsight.Contracts.Labeling;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight failures</c>: attempts that gave no label, and new attempts at them.</summary>
internal static class FailuresCommand
{
    private const int PageSize = 500;
    private static readonly ServerOptions s_server = new();
    private static readonly string[] s_classes = [.. Enum.GetNames<FailureClass>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The command with those under it.</summary>
    public static Command Create()
    {
        var command = new Command("failures", "Failures of labelling: what was asked and answered, and new attempts. Exit code 0, or 1 for an error.") { List(), ShowOne(), Redrive() };
        s_server.AddTo(command);
        return command;
    }

    private static Command List()
    {
        Option<string?> run = Run(), kind = Class();
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = static _ => 50 };
        var json = new Option<bool>("--json") { Description = "JSON Lines, a failure each." };
        var command = new Command("list", "Failures, the latest first.") { run, kind, limit, json };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                List<FailureView> failures = await ListAsync(client, parsed.GetValue(run), parsed.GetValue(kind), parsed.GetValue(limit), token);
                if (parsed.GetValue(json))
                    failures.ForEach(failure => parsed.InvocationConfiguration.Output.WriteLine(RunText.Json(failure)));
                else
                    Screen.Write(FailureTable.Of(failures));
                return 0;
            },
            token));
        return command;
    }

    private static Command ShowOne()
    {
        var id = new Argument<string>("id") { Description = "The failed attempt." };
        var command = new Command("show", "A failure as JSON: the request, every answer, what was wrong with it and what it cost.") { id };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(RunText.Json(await client.Failures.GetAsync(parsed.GetRequiredValue(id), token)));
                return 0;
            },
            token));
        return command;
    }

    private static Command Redrive()
    {
        var ids = new Argument<string[]>("ids") { Description = "The failed attempts; none with --run means all of the run.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> run = Run(), kind = Class();
        var command = new Command("redrive", "Asks for a new attempt at each: of those that are named, or of a run, or of one class of it.") { ids, run, kind };
        command.Validators.Add(result =>
        {
            bool names = result.GetValue(ids) is { Length: > 0 }, namesRun = result.GetValue(run) is not null;
            if (names == namesRun)
                result.AddError("Name failures by their ids, or a run by --run.");
            else if (names && result.GetValue(kind) is not null)
                result.AddError("--class goes with --run.");
        });
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                RedriveAnswer answer = parsed.GetValue(run) is { } one
                    ? await client.Failures.RedriveAsync(one, parsed.GetValue(kind), token)
                    : await client.Failures.RedriveAsync(parsed.GetRequiredValue(ids), token);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{answer.Requested} new attempts asked for");
                return 0;
            },
            token));
        return command;
    }

    private static async Task<List<FailureView>> ListAsync(DialInsightClient client, string? run, string? kind, int limit, CancellationToken cancellationToken)
    {
        List<FailureView> all = [];
        string? cursor = null;
        do
        {
            FailurePage page = await client.Failures.ListAsync(run, kind, cursor, Math.Min(PageSize, limit - all.Count), cancellationToken);
            all.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null && all.Count < limit);
        return all;
    }

    private static Option<string?> Run() => new("--run") { Description = "The run." };

    private static Option<string?> Class()
    {
        var option = new Option<string?>("--class") { Description = "Why they failed." };
        option.AcceptOnlyFromAmong(s_classes);
        return option;
    }
}
