using System.CommandLine;
using System.Globalization;
using DialInsight.Cli.Runs;
using DialInsight.Cli.Server;
using DialInsight.Client;
using DialInsight.Client.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight runs</c>: recipes filled by a running service, from their price to their end.</summary>
internal static class RunsCommand
{
    private static readonly ServerOptions s_server = new();
    private static readonly Option<bool> s_json = new("--json") { Description = "What the service answered, as JSON.", Recursive = true };

    /// <summary>The command with those under it.</summary>
    public static Command Create()
    {
        var command = new Command("runs", "Fills recipes. Exit code: 0, or 1 for an error; of watch, 0 released, 2 refused by its gate, 1 cancelled, 130 interrupted.")
        {
            CreateRun(),
            Estimate(),
            List(),
            Show(),
            Watch(),
            Move("pause", "Requests nothing new until it is resumed.", (runs, id, token) => runs.PauseAsync(id, token)),
            Move("resume", "Takes a paused run up again.", (runs, id, token) => runs.ResumeAsync(id, token)),
            Move("cancel", "Ends a run without a release.", (runs, id, token) => runs.CancelAsync(id, token)),
            Budget(),
        };
        s_server.AddTo(command);
        command.Options.Add(s_json);
        return command;
    }

    private static Command CreateRun()
    {
        Argument<string> recipe = Recipe();
        var id = new Option<string?>("--id") { Description = "The run's id: with it, the same command again is the same run." };
        var transcripts = new Option<long?>("--transcripts") { Description = "How many transcripts to wait for; without, until none has come for a moment." };
        var watch = new Option<bool>("--watch") { Description = "Watch it until it is over." };
        var command = new Command("create", "Starts filling a recipe, and prints the run's id. What keeps it from its targets, by the transcripts that are there, goes to standard error.") { recipe, id, transcripts, watch };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                string text = await ReadAsync(parsed.GetRequiredValue(recipe), token);
                bool tells = parsed.GetValue(watch) || parsed.GetValue(transcripts) is not null;
                if (!tells)
                    await WarnAsync(parsed, await client.Runs.EstimateAsync(text, token));
                RunView run = await client.Runs.CreateAsync(text, parsed.GetValue(id), parsed.GetValue(transcripts), token);
                Show(parsed, run, view => new Text(view.Id));
                return parsed.GetValue(watch) ? await WatchAsync(parsed, client, run.Id, token) : 0;
            },
            token));
        return command;
    }

    // A run that has just been created does not know its dialogues yet, and nobody may look at it later.
    private static async Task WarnAsync(ParseResult parsed, EstimateView estimate)
    {
        foreach (string warning in estimate.Warnings)
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"warning: {warning}");
    }

    private static Command Estimate()
    {
        Argument<string> recipe = Recipe();
        var command = new Command("estimate", "Tells what a recipe would take and cost over the transcripts that are there. Asks no model.") { recipe };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                Show(parsed, await client.Runs.EstimateAsync(await ReadAsync(parsed.GetRequiredValue(recipe), token), token), view => RunTables.Estimate(view, Screen.IsLive));
                return 0;
            },
            token));
        return command;
    }

    private static Command List()
    {
        var state = new Option<RunState?>("--state") { Description = $"Only those that stand there: {string.Join(", ", Enum.GetNames<RunState>()).ToLowerInvariant()}." };
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = static _ => 20 };
        var command = new Command("list", "Runs, newest first.") { state, limit };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                RunPage page = await client.Runs.ListAsync(parsed.GetValue(state), cursor: null, parsed.GetValue(limit), token);
                Show(parsed, page.Items, items => RunTables.List(items, Screen.IsLive));
                return 0;
            },
            token));
        return command;
    }

    private static Command Show() => Move("show", "A run with its cells, its pace and what it costs.", (runs, id, token) => runs.GetAsync(id, token));

    private static Command Watch()
    {
        Argument<string> id = Id();
        var command = new Command("watch", "Shows a run's progress until it is over.") { id };
        command.SetAction((parsed, token) => s_server.RunAsync(parsed, client => WatchAsync(parsed, client, parsed.GetRequiredValue(id), token), token));
        return command;
    }

    private static Command Budget()
    {
        Argument<string> id = Id();
        var limit = new Argument<decimal>("limit")
        {
            Description = "The most it may cost in all.",
            CustomParser = static result =>
            {
                if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value > 0)
                    return value;
                result.AddError("The limit is a number above 0, with a decimal point.");
                return default;
            },
        };
        var command = new Command("budget", "Changes what a run may cost; one that is paused for its budget goes on where there is room.") { id, limit };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                Show(parsed, await client.Runs.SetBudgetAsync(parsed.GetRequiredValue(id), parsed.GetValue(limit), token), view => RunTables.Run(view, Screen.IsLive));
                return 0;
            },
            token));
        return command;
    }

    private static Command Move(string name, string description, Func<RunsClient, string, CancellationToken, Task<RunView>> move)
    {
        Argument<string> id = Id();
        var command = new Command(name, description) { id };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                Show(parsed, await move(client.Runs, parsed.GetRequiredValue(id), token), view => RunTables.Run(view, Screen.IsLive));
                return 0;
            },
            token));
        return command;
    }

    private static Task<int> WatchAsync(ParseResult parsed, DialInsightClient client, string id, CancellationToken cancellationToken) =>
        new RunWatch(client.Runs, parsed.InvocationConfiguration.Output, Screen.IsLive && !parsed.GetValue(s_json), TimeProvider.System).RunAsync(id, cancellationToken);

    private static void Show<T>(ParseResult parsed, T view, Func<T, IRenderable> table)
    {
        if (parsed.GetValue(s_json))
            parsed.InvocationConfiguration.Output.WriteLine(RunText.Json(view));
        else
            Screen.Write(table(view));
    }

    private static Argument<string> Recipe() => new("recipe") { Description = "The recipe, YAML or JSON; - for standard input." };

    private static Argument<string> Id() => new("id") { Description = "The run's id." };

    private static async Task<string> ReadAsync(string recipe, CancellationToken cancellationToken)
    {
        if (recipe != "-")
            return await File.ReadAllTextAsync(recipe, cancellationToken);
        using var input = new StreamReader(Console.OpenStandardInput());
        return await input.ReadToEndAsync(cancellationToken);
    }
}
