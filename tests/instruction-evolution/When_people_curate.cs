using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.InstructionEvolution.Batches;
using static DialInsight.InstructionEvolution.Tests.GateQueue;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_people_curate
{
    [Fact]
    public async Task A_batch_waits_at_each_gate_also_across_a_restart_and_ends_when_nothing_is_pending()
    {
        using DataFolder folder = new();
        WrittenModel model = new();
        string batch = BatchDocument.IdOf("r", "buying/summarisation");
        await using (EvolutionHost first = await EvolutionHost.StartAsync(folder.Path, model))
        {
            await first.PublishAsync(Given.Transcript("t1"));
            await first.PublishAsync(Given.Transcript("t2"));
            await first.PublishAsync(Given.Run("r", Given.ManualOneRound, wanted: 2));
            await WaitsAtAsync(first, batch, "curation");
        }

        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, model);
        JsonElement[] seeds = await QueueAsync(host, "curation");
        JsonElement exemplar = seeds.First(seed => Text(seed, "origin") == "human"), proposal = seeds.First(seed => Text(seed, "origin") != "human");
        foreach (JsonElement seed in seeds)
        {
            object decision = Text(seed, "id") == Text(exemplar, "id") ? new { decision = "keep", reason = "clear" }
                : Text(seed, "id") == Text(proposal, "id") ? new { decision = "edit", text = "归纳买家的预算上限与首付安排。" }
                : new { decision = "reject", reason = "too narrow" };
            Assert.Equal(HttpStatusCode.OK, (await DecideAsync(host, seed, decision)).StatusCode);
        }

        await WaitsAtAsync(host, batch, "screening");
        JsonElement[] screening = await QueueAsync(host, "screening");
        Assert.Equal(2, screening.Length);
        foreach (JsonElement item in screening)
            await DecideAsync(host, item, new { decision = "keep", criteria = new { clear = true, ready = true, detailed = true } });
        await WaitsAtAsync(host, batch, "refinement");
        foreach (JsonElement item in await QueueAsync(host, "refinement"))
            await DecideAsync(host, item, new { decision = "keep" });

        BatchDocument completed = await host.CompletedAsync(batch);
        Assert.Equal(2, completed.InstructionIds.Count);
        Assert.Null(completed.Shortfall);
        Assert.All(host.Facts.Approved, fact => Assert.Equal("local", fact.ApprovedBy));
        await LineageIsCompleteAsync(host, Text(proposal, "id"));
    }

    [Fact]
    public async Task The_second_of_two_reviewers_gets_a_clear_conflict()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await OpenManualAsync(host);
        JsonElement seed = (await QueueAsync(host, "curation"))[0];

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(host, seed, new { decision = "keep" })).StatusCode);
        HttpResponseMessage byVersion = await DecideAsync(host, seed, new { decision = "reject", reason = "no", version = seed.GetProperty("version").GetInt64() });
        using HttpRequestMessage conditional = new(HttpMethod.Post, $"/instructions/{Text(seed, "id")}/decision") { Content = JsonContent.Create(new { decision = "keep" }) };
        conditional.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        HttpResponseMessage byTag = await host.Http.SendAsync(conditional);
        HttpResponseMessage blind = await DecideAsync(host, seed, new { decision = "keep" });

        Assert.Equal(HttpStatusCode.Conflict, byVersion.StatusCode);
        Assert.Equal("https://dialinsight.dev/problems/instruction-changed", Text(await byVersion.Content.ReadFromJsonAsync<JsonElement>(), "type"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, byTag.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, blind.StatusCode);
        Assert.Equal("https://dialinsight.dev/problems/instruction-not-at-gate", Text(await blind.Content.ReadFromJsonAsync<JsonElement>(), "type"));
    }

    [Theory]
    [InlineData("{}", "decision")]
    [InlineData("""{"decision":"edit"}""", "text")]
    [InlineData("""{"decision":"reject"}""", "reason")]
    public async Task A_decision_that_lacks_something_is_told_so(string body, string member)
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());

        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await host.Http.PostAsync("/instructions/x/decision", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.GetProperty("errors").TryGetProperty(member, out _));
        Assert.StartsWith($"{member} ", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.PostAsJsonAsync("/instructions/x/decision", new { decision = "keep" })).StatusCode);
    }

    [Fact]
    public async Task A_person_s_own_instruction_is_approved_and_can_be_retired()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        object own = new { domain = "real-estate", scenario = "buying", taskType = "summarisation", language = "zh", text = "总结客户为什么还在犹豫。" };

        HttpResponseMessage created = await host.Http.PostAsJsonAsync("/instructions", own);
        JsonElement instruction = await created.Content.ReadFromJsonAsync<JsonElement>();
        HttpResponseMessage again = await host.Http.PostAsJsonAsync("/instructions", own);
        HttpResponseMessage retired = await host.Http.PostAsJsonAsync($"/instructions/{Text(instruction, "id")}/retire", new { reason = "superseded" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK), (created.StatusCode, again.StatusCode, retired.StatusCode));
        await EvolutionHost.UntilAsync(() => Task.FromResult(host.Facts.Approved.Count > 0 && host.Facts.Retired.Count > 0), "both facts are told");
        Assert.Equal(("human", "local"), (host.Facts.Approved[0].Origin, host.Facts.Approved[0].ApprovedBy));
        Assert.Equal("superseded", host.Facts.Retired[0].Reason);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.PostAsJsonAsync("/instructions", new { domain = "real-estate", text = "x y" })).StatusCode);
        Assert.Equal(1, (await host.GetAsync("/instructions?state=retired&taskType=summarisation&language=zh")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_batch_asked_for_twice_with_one_key_is_one_batch_for_each_task_type()
    {
        using DataFolder folder = new();
        WrittenModel model = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, model);
        object request = new { domain = "real-estate", scenario = "renting", taskTypes = (string[])["summarisation", "comparison"], language = "zh", wanted = 2, curation = "automatic", key = "k" };

        JsonElement first = await (await host.Http.PostAsJsonAsync("/batches", request)).Content.ReadFromJsonAsync<JsonElement>();
        JsonElement second = await (await host.Http.PostAsJsonAsync("/batches", request)).Content.ReadFromJsonAsync<JsonElement>();

        string[] ids = [.. first.GetProperty("items").EnumerateArray().Select(batch => Text(batch, "id"))];
        Assert.Equal(2, ids.Length);
        Assert.Equal(ids, second.GetProperty("items").EnumerateArray().Select(batch => Text(batch, "id")));
        foreach (string id in ids)
            await host.CompletedAsync(id);
        Assert.Equal(ids.Select(id => (string?)$"batch/{id}").Order(), model.Paid.Select(paid => paid.Account).Distinct().Order());
        Assert.Equal("completed", Text(await host.GetAsync($"/batches/{ids[0]}"), "state"));
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.PostAsJsonAsync("/batches", new { domain = "real-estate", scenario = "nowhere" })).StatusCode);
    }

    [Fact]
    public async Task Every_route_is_described()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());

        JsonElement paths = (await host.GetAsync("/openapi/v1.json")).GetProperty("paths");

        string[] routes = ["/batches", "/batches/{id}", "/instructions", "/instructions/{id}", "/instructions/{id}/decision", "/instructions/{id}/lineage", "/instructions/{id}/retire",
            "/instructions/{id}/undo", "/instructions/{id}/versions", "/instructions/{id}/suggestions", "/instructions/decisions", "/instructions/import", "/instructions/export", "/instructions/operators"];
        Assert.All(routes, route => Assert.True(
            paths.TryGetProperty(route, out JsonElement path) && path.EnumerateObject().All(method => method.Value.TryGetProperty("summary", out _)), route));
    }

    private static async Task LineageIsCompleteAsync(EvolutionHost host, string root)
    {
        JsonElement tree = await host.GetAsync($"/instructions/{root}/lineage");
        JsonElement edit = Assert.Single(tree.GetProperty("children").EnumerateArray());
        JsonElement evolved = Assert.Single(edit.GetProperty("children").EnumerateArray());
        string mermaid = await host.Http.GetStringAsync($"/instructions/{Text(evolved.GetProperty("instruction"), "id")}/lineage?format=mermaid");

        Assert.Equal("edited", Text(tree.GetProperty("instruction"), "rejection"));
        Assert.Equal("edit", Text(edit.GetProperty("instruction"), "operator"));
        Assert.Equal("approved", Text(evolved.GetProperty("instruction"), "state"));
        Assert.Equal(["evolved", "screened", "refined", "approved"], evolved.GetProperty("instruction").GetProperty("history").EnumerateArray().Select(step => Text(step, "to")));
        Assert.StartsWith("graph TD\n", mermaid, StringComparison.Ordinal);
        Assert.Contains("-->|edit|", mermaid, StringComparison.Ordinal);
    }
}
