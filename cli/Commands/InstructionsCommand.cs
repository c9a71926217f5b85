using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DialInsight.Cli.Instructions;
using DialInsight.Cli.Server;
using DialInsight.Client.Instructions;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight instructions</c>: the gates, batches and pools of a running service.</summary>
internal static class InstructionsCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ServerOptions s_server = new();

    /// <summary>The command with those under it.</summary>
    public static Command Create()
    {
        var command = new Command("instructions", "Instructions: what waits at the gates, decisions, batches, pools. Lists are JSON Lines. Exit code: 0, 2 where some were refused, 1 for an error.")
        {
            List(), Decide(), Evolve(), Import(), Export(), Lineage(), Operators(),
        };
        s_server.AddTo(command);
        return command;
    }

    private static Command List()
    {
        PoolOptions pool = new();
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = static _ => 1000 };
        var command = new Command("list", "Instructions, oldest first; with --gate what waits for a decision there.") { limit };
        pool.AddTo(command);
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                await foreach (JsonElement item in client.Instructions.ListAsync(pool.Query(parsed), parsed.GetValue(limit), token))
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(item, s_json));
                return 0;
            },
            token));
        return command;
    }

    private static Command Decide()
    {
        var decision = new Argument<string>("decision") { Description = "keep, edit, reject or undo." };
        decision.AcceptOnlyFromAmong("keep", "edit", "reject", "undo");
        var ids = new Argument<string[]>("ids") { Description = "The instructions; none with --gate means all that wait there.", Arity = ArgumentArity.ZeroOrMore };
        var text = new Option<string?>("--text") { Description = "The better version, for an edit." };
        var reason = new Option<string?>("--reason") { Description = "Why; a rejection needs one." };
        PoolOptions pool = new();
        var command = new Command("decide", "Decides on instructions at their gates, or takes the last decision back.") { decision, ids, text, reason };
        pool.AddTo(command);
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            client => new DecisionRun(client.Instructions, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error).RunAsync(
                parsed.GetRequiredValue(decision), parsed.GetValue(ids) ?? [], pool.Query(parsed), parsed.GetValue(text), parsed.GetValue(reason), token),
            token));
        return command;
    }

    private static Command Evolve()
    {
        Option<string> domain = Needed("--domain", "The domain pack."), scenario = Needed("--scenario", "The scenario."), language = Needed("--language", "zh or en.");
        var tasks = new Option<string[]>("--task") { Description = "A task type; again for another.", Required = true };
        var wanted = new Option<int?>("--wanted") { Description = "How many approved ones each batch aims for, 1 to 100; 4 if not said." };
        var curation = new Option<string?>("--curation") { Description = "manual (people decide the gates) or automatic." };
        curation.AcceptOnlyFromAmong("manual", "automatic");
        var key = new Option<string?>("--key") { Description = "With it, the same command again is the same batch." };
        var command = new Command("evolve", "Has instructions seeded and evolved: one batch for each task type.") { domain, scenario, language, tasks, wanted, curation, key };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                BatchWish wish = new(
                    parsed.GetRequiredValue(domain),
                    parsed.GetRequiredValue(scenario),
                    parsed.GetRequiredValue(tasks),
                    parsed.GetRequiredValue(language),
                    parsed.GetValue(wanted),
                    parsed.GetValue(curation),
                    parsed.GetValue(key));
                JsonElement batches = await client.Instructions.EvolveAsync(wish, token);
                foreach (JsonElement batch in batches.GetProperty("items").EnumerateArray())
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(batch, s_json));
                return 0;
            },
            token));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "JSON Lines; - for standard input." };
        string[] names = ["domain", "scenario", "task", "language"];
        Option<string?>[] defaults = [.. names.Select(name => new Option<string?>($"--{name}") { Description = $"The {name} of lines that name none." })];
        var use = new Option<string?>("--as") { Description = "exemplars (examples for the model, and what new ones must differ from) or approved (for prompts, too)." };
        use.AcceptOnlyFromAmong("exemplars", "approved");
        var similarity = new Option<string?>("--maximum-similarity") { Description = "From which ROUGE-L F on a line repeats another, for instance 0.7; else only what is equal." };
        var json = new Option<bool>("--json") { Description = "What became of every line, as JSON." };
        var command = new Command("import", "Takes in a pool: an export, Self-Instruct's or BELLE's seed tasks, Alpaca's rows.") { file, use, similarity, json };
        foreach (Option<string?> option in defaults)
            command.Options.Add(option);
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                Dictionary<string, string?> query = names.Zip(defaults).ToDictionary(pair => pair.First, pair => parsed.GetValue(pair.Second));
                query["as"] = parsed.GetValue(use);
                query["maximumSimilarity"] = parsed.GetValue(similarity);
                string path = parsed.GetRequiredValue(file);
                await using Stream content = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
                ImportAnswer answer = await client.Instructions.ImportAsync(content, query, token);
                if (parsed.GetValue(json))
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(answer, s_json));
                    return answer.Refused == 0 ? 0 : 2;
                }

                FirstLines lines = new(parsed.InvocationConfiguration.Error.WriteLine, static more => $"  {more} more lines were known or refused: --json lists all");
                foreach (ImportAnswerLine line in answer.Lines)
                    lines.Add($"  {path}:{line.Line}: {line.Reason}{(line.Id is null ? "" : $" ({line.Id})")}");
                lines.End();
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{answer.Added} added, {answer.Known} known, {answer.Refused} refused");
                return answer.Refused == 0 ? 0 : 2;
            },
            token));
        return command;
    }

    private static Command Export()
    {
        var format = new Option<string?>("--format") { Description = "pool (with lineage) or self-instruct (seed tasks)." };
        format.AcceptOnlyFromAmong("pool", "self-instruct");
        PoolOptions pool = new();
        var command = new Command("export", "Writes a pool as JSON Lines: the approved instructions unless --state says otherwise.") { format };
        pool.AddTo(command);
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                await using Stream output = Console.OpenStandardOutput();
                await client.Instructions.ExportAsync(new Dictionary<string, string?>(pool.Query(parsed)) { ["format"] = parsed.GetValue(format) }, output, token);
                return 0;
            },
            token));
        return command;
    }

    private static Command Lineage()
    {
        var id = new Argument<string>("id") { Description = "Any instruction of the tree." };
        var mermaid = new Option<bool>("--mermaid") { Description = "As a Mermaid drawing instead of JSON." };
        var command = new Command("lineage", "The tree that an instruction belongs to, from its seed on.") { id, mermaid };
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                await using Stream output = Console.OpenStandardOutput();
                await client.Instructions.LineageAsync(parsed.GetRequiredValue(id), parsed.GetValue(mermaid), output, token);
                return 0;
            },
            token));
        return command;
    }

    private static Command Operators()
    {
        PoolOptions pool = new();
        var command = new Command("operators", "What came of each evolution operator, as JSON.");
        pool.AddTo(command);
        command.SetAction((parsed, token) => s_server.RunAsync(
            parsed,
            async client =>
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(await client.Instructions.OperatorsAsync(pool.Query(parsed), token), s_json));
                return 0;
            },
            token));
        return command;
    }

    private static Option<string> Needed(string name, string description) => new(name) { Description = description, Required = true };
}
