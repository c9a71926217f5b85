using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.InstructionEvolution.Batches;

namespace DialInsight.InstructionEvolution.Tests;

/// <summary>The gates as a reviewer works them.</summary>
internal static class GateQueue
{
    /// <summary>The batch that <see cref="OpenManualAsync"/> opens.</summary>
    public static string Batch { get; } = BatchDocument.IdOf("r", "buying/summarisation");

    public static async Task OpenManualAsync(EvolutionHost host, int wanted = 2)
    {
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", Given.ManualOneRound, wanted));
        await WaitsAtAsync(host, Batch, "curation");
    }

    public static Task WaitsAtAsync(EvolutionHost host, string batch, string state) => EvolutionHost.UntilAsync(
        async () => await host.Store.Batches.FindAsync(batch, CancellationToken.None) is not null
            && await host.GetAsync($"/batches/{batch}") is var view && Text(view, "state") == state && view.GetProperty("pending").GetInt64() > 0,
        $"the batch waits at {state}");

    public static async Task<JsonElement[]> QueueAsync(EvolutionHost host, string gate) =>
        [.. (await host.GetAsync($"/instructions?gate={gate}")).GetProperty("items").EnumerateArray()];

    public static Task<HttpResponseMessage> DecideAsync(EvolutionHost host, JsonElement instruction, object decision) =>
        host.Http.PostAsJsonAsync($"/instructions/{Text(instruction, "id")}/decision", decision);

    public static async Task KeepAllAsync(EvolutionHost host, string gate)
    {
        await WaitsAtAsync(host, Batch, gate);
        foreach (JsonElement item in await QueueAsync(host, gate))
            Assert.True((await DecideAsync(host, item, new { decision = "keep" })).IsSuccessStatusCode);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static string Text(JsonElement item, string member) => item.GetProperty(member).GetString()!;
}
