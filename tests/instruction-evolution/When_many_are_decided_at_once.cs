using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static DialInsight.InstructionEvolution.Tests.GateQueue;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_many_are_decided_at_once
{
    [Fact]
    public async Task Each_is_carried_out_by_itself_and_what_was_not_says_why()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await OpenManualAsync(host);
        JsonElement[] seeds = await QueueAsync(host, "curation");
        object[] items =
        [
            new { id = Text(seeds[0], "id") },
            new { id = Text(seeds[1], "id"), decision = "reject", reason = "too narrow", version = 99 },
            new { id = Text(seeds[1], "id"), decision = "reject", reason = "too narrow" },
            new { id = Text(seeds[1], "id") },
            new { id = "nowhere" },
            new { id = Text(seeds[2], "id"), decision = "reject" },
        ];

        HttpResponseMessage answer = await host.Http.PostAsJsonAsync("/instructions/decisions", new { decision = "keep", criteria = new { relevant = true }, items });
        JsonElement outcome = await JsonAsync(answer);

        Assert.Equal(HttpStatusCode.MultiStatus, answer.StatusCode);
        JsonElement[] outcomes = [.. outcome.GetProperty("items").EnumerateArray()];
        Assert.Equal([200, 409, 200, 409, 404, 400], outcomes.Select(item => item.GetProperty("status").GetInt32()));
        Assert.Equal((2, 4), (outcome.GetProperty("done").GetInt32(), outcome.GetProperty("refused").GetInt32()));
        Assert.Contains("rejected by local since ", Text(outcomes[3], "detail"), StringComparison.Ordinal);
        Assert.Contains("(too narrow)", Text(outcomes[3], "detail"), StringComparison.Ordinal);
        Assert.Contains("a rejection needs a reason", Text(outcomes[5], "detail"), StringComparison.Ordinal);
        string[] criteria = [.. outcomes[0].GetProperty("instruction").GetProperty("history").EnumerateArray().Last().GetProperty("criteria").EnumerateArray().Select(criterion => Text(criterion, "name"))];
        Assert.Equal(["relevant", "grounding"], criteria);
    }

    [Fact]
    public async Task A_request_without_items_or_with_too_many_is_refused()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());

        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.PostAsJsonAsync("/instructions/decisions", new { decision = "keep" })).StatusCode);
        object[] items = [.. Enumerable.Range(0, 501).Select(number => new { id = $"{number}" })];
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.PostAsJsonAsync("/instructions/decisions", new { decision = "keep", items })).StatusCode);
    }
}
