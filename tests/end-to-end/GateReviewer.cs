using System.Text.Json;
using DialInsight.Client;
using DialInsight.Client.Instructions;
using DialInsight.Client.Runs;
using DialInsight.EndToEnd.Tests.Processes;

namespace DialInsight.EndToEnd.Tests;

/// <summary>A person who keeps whatever waits at the gates, and looks at the lineage of what came of it.</summary>
internal static class GateReviewer
{
    public const int Target = 3;

    /// <summary>A recipe whose gates people decide.</summary>
    public static string Recipe => $$"""
        name: curated-by-people
        domain: real-estate
        language: zh
        seed: 11
        cells:
          - { scenario: buying, task: information-extraction, target: {{Target}} }
        attempts: 12
        instructionsPerCell: 4
        curation: manual
        optimiseStructure: false
        judge: { samples: 1, accept: [high] }
        gate: { minimumFill: 1.0 }
        exports: [messages]
        """;

    /// <summary>Decides until the run is over: that it fills shows that what was approved reached those who assemble prompts.</summary>
    public static async Task<RunView> CurateAsync(
        DialInsightClient instructions, DialInsightClient runs, RunView run, Func<string> story, CancellationToken cancellationToken)
    {
        await Eventually.IsTrueAsync(
            async () =>
            {
                foreach (string gate in (string[])["curation", "screening", "refinement"])
                    await KeepAsync(instructions.Instructions, gate, cancellationToken);
                run = await runs.Runs.GetAsync(run.Id, cancellationToken);
                return run.EndedAt is not null;
            },
            TimeSpan.FromSeconds(120),
            () => $"{run.State}: {run.Totals}\n{story()}",
            cancellationToken);
        return run;
    }

    /// <summary>Every approved instruction stands in a tree that begins with its seed, and says who kept it at which gate, and by which prompt a model made it.</summary>
    public static async Task AssertLineageAsync(DialInsightClient instructions, CancellationToken cancellationToken)
    {
        int evolved = 0;
        await foreach (JsonElement approved in instructions.Instructions.ListAsync(new Dictionary<string, string?> { ["state"] = "approved" }, 100, cancellationToken))
        {
            using MemoryStream tree = new();
            await instructions.Instructions.LineageAsync(approved.GetProperty("id").GetString()!, mermaid: false, tree, cancellationToken);
            JsonElement root = JsonDocument.Parse(tree.ToArray()).RootElement;
            Assert.Equal(approved.GetProperty("rootId").GetString(), root.GetProperty("instruction").GetProperty("id").GetString());
            string[] gates = [.. approved.GetProperty("history").EnumerateArray().Concat(root.GetProperty("instruction").GetProperty("history").EnumerateArray())
                .Select(step => step.TryGetProperty("gate", out JsonElement gate) ? gate.GetString() : null).OfType<string>().Distinct().Order()];
            Assert.Equal(["curation", "refinement", "screening"], gates);
            if (approved.GetProperty("origin").GetString() == "human")
                continue;
            Assert.StartsWith("real-estate@1.0.0:", approved.GetProperty("promptVersion").GetString(), StringComparison.Ordinal);
            evolved += approved.GetProperty("parentId").ValueKind == JsonValueKind.String ? 1 : 0;
        }

        Assert.True(evolved > 0, "No approved instruction was evolved.");
    }

    private static async Task KeepAsync(InstructionsClient instructions, string gate, CancellationToken cancellationToken)
    {
        List<DecisionItem> items = [];
        await foreach (JsonElement waiting in instructions.ListAsync(new Dictionary<string, string?> { ["gate"] = gate }, 500, cancellationToken))
            items.Add(new DecisionItem(waiting.GetProperty("id").GetString()!, waiting.GetProperty("version").GetInt64()));
        if (items.Count > 0)
            Assert.Equal(items.Count, (await instructions.DecideAsync(new Decisions("keep", "reads well", items), cancellationToken)).Done);
    }
}
