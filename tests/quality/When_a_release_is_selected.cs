using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Tests.Fixtures;
using DialInsight.ScriptedModel;
using DialInsight.TextAnalysis.Tokens;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.Quality.Tests;

public sealed class When_a_release_is_selected
{
    private const string Cell = "lending/summary";

    /// <summary>What six readers talk about, with the scores of each; the first two say nearly the same.</summary>
    private static readonly (string Topic, int Complexity, int Quality)[] s_talks =
    [
        ("the large atlas with maps of northern islands and every lighthouse on their coasts", 5, 4),
        ("the large atlas with maps of northern islands and every lighthouse on their coasts please", 6, 5),
        ("piano scores by Schubert for four hands, the edition bound in green linen", 5, 5),
        ("a cookery book about bread, sourdough and ovens of brick", 2, 2),
        ("timetables of night trains across seven bridges in winter", 3, 3),
        ("a film reel", 1, 1),
    ];

    [Fact]
    public async Task Should_hold_the_best_that_differ_and_tell_what_was_left_out_and_why()
    {
        await using QualityHost host = await QualityHost.StartAsync(Scoring());
        JsonElement manifest = await ReleasedAsync(host, most: 3);

        Assert.Equal((3, (int?)6), (host.Told.Released[0].Samples, host.Told.Released[0].SelectedFrom));
        // The counts are the run's: nothing that was accepted is called rejected because it was not chosen.
        JsonElement counts = manifest.GetProperty("counts");
        Assert.Equal((6, 6, 0), (Number(counts, "requested"), Number(counts, "accepted"), Number(counts, "rejected")));
        JsonElement selection = manifest.GetProperty("selection");
        Assert.Equal((3, 6, 3, 1, 2), (Number(selection, "most"), Number(selection, "accepted"), Number(selection, "chosen"), Number(selection, "tooSimilar"), Number(selection, "beyond")));
        Assert.Equal((0.9, "qwen-tokens-idf"), (selection.GetProperty("similarity").GetDouble(), selection.GetProperty("encoder").GetString()));
        JsonElement[] samples = [.. manifest.GetProperty("samples").EnumerateArray()];
        Assert.Equal([Id(1), Id(2), Id(4)], samples.Select(sample => sample.GetProperty("id").GetString()));
        // Two of three votes say 3 and one says 2.
        Assert.Equal((8.0 / 3, 3.0), (samples[2].GetProperty("complexity").GetDouble(), samples[2].GetProperty("quality").GetDouble()));
        foreach (JsonElement file in manifest.GetProperty("files").EnumerateArray())
        {
            byte[] bytes = await host.Client.GetByteArrayAsync($"/releases/desk-notes-v1/export?file={Uri.EscapeDataString(file.GetProperty("name").GetString()!)}");
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        JsonElement[] left = await LeftOutAsync(host, "");
        Assert.Equal([(Id(0), "tooSimilar", Id(1)), (Id(3), "beyond", null), (Id(5), "beyond", null)], left.Select(entry => (Text(entry, "sampleId")!, Text(entry, "reason")!, Text(entry, "similarTo"))));
        Assert.InRange(left[0].GetProperty("cosine").GetDouble(), 0.9, 1);
        Assert.Equal([Id(3), Id(5)], (await LeftOutAsync(host, "?reason=beyond&limit=1")).Select(entry => Text(entry, "sampleId")));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/releases/none-v1/left-out")).StatusCode);
    }

    [Fact]
    public async Task Should_measure_what_is_released_and_fill_by_what_is_accepted()
    {
        await using QualityHost host = await QualityHost.StartAsync(Scoring());
        await ReleasedAsync(host, most: 3);

        JsonElement report = await host.Client.GetFromJsonAsync<JsonElement>("/reports/run");
        Assert.Equal(3, Number(report.GetProperty("metrics"), "samples"));
        JsonElement fill = report.GetProperty("gate").EnumerateArray().Single(result => Text(result, "measure") == "fill");
        Assert.Equal((1.0, true), (fill.GetProperty("actual").GetDouble(), fill.GetProperty("passed").GetBoolean()));
        JsonElement cell = Assert.Single(report.GetProperty("selection").GetProperty("cells").EnumerateArray());
        Assert.Equal((6, 3), (Number(cell, "accepted"), Number(cell, "chosen")));
        string page = await host.Client.GetStringAsync("/reports/run.html");
        Assert.Contains("accepted samples were chosen", page, StringComparison.Ordinal);
        Assert.Contains(Id(0), page, StringComparison.Ordinal);
        Assert.Contains("selected from 6 accepted", await host.Client.GetStringAsync("/releases/desk-notes-v1/export?format=card"), StringComparison.Ordinal);
        JsonElement listed = (await host.Client.GetFromJsonAsync<JsonElement>("/releases")).GetProperty("items")[0];
        Assert.Equal((3, 6), (Number(listed, "samples"), Number(listed, "selectedFrom")));
        Assert.Equal((6.0, 5.0), (host.Told.Judged.Single(fact => fact.Slot == 1).Complexity!.Value, host.Told.Judged.Single(fact => fact.Slot == 1).Quality!.Value));
    }

    [Fact]
    public async Task Should_release_all_and_ask_for_no_scores_where_the_recipe_selects_nothing()
    {
        await using QualityHost host = await QualityHost.StartAsync(Scoring());
        for (int slot = 0; slot < s_talks.Length; slot++)
            await host.PublishAsync(Some.Labeled(Talk(slot) with { Judging = new JudgingPolicy { Samples = 3 } }));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == s_talks.Length, "judgements");
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 6, 6)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        Assert.Equal((6, (int?)null), (host.Told.Released[0].Samples, host.Told.Released[0].SelectedFrom));
        Assert.All(host.Judge.Requests, request => Assert.DoesNotContain("complexity", request.ResponseSchema + request.Messages[0].Text, StringComparison.Ordinal));
        Assert.All(host.Told.Judged, fact => Assert.Null(fact.Complexity));
        JsonElement manifest = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/export?format=manifest");
        Assert.False(manifest.TryGetProperty("selection", out _));
        Assert.Empty(await LeftOutAsync(host, ""));
    }

    [Fact]
    public async Task Should_select_anew_after_a_person_rejects_a_chosen_sample_and_leave_the_first_release_as_it_was()
    {
        await using QualityHost host = await QualityHost.StartAsync(Scoring());
        await ReleasedAsync(host, most: 3, new ReleaseGate { MinimumFill = 0.5 });
        string before = await host.Client.GetStringAsync("/releases/desk-notes-v1/export?format=manifest");

        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsJsonAsync("/releases", new { run = "run" })).StatusCode);
        await host.Client.PostAsJsonAsync($"/reviews/{Id(1)}", new { level = "low", reason = "invented" });
        Assert.Equal(HttpStatusCode.Accepted, (await host.Client.PostAsJsonAsync("/releases", new { run = "run" })).StatusCode);
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 2, "a second release");

        JsonElement manifest = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v2/export?format=manifest");
        Assert.Equal([Id(0), Id(2), Id(4)], manifest.GetProperty("samples").EnumerateArray().Select(sample => Text(sample, "id")));
        Assert.Equal(before, await host.Client.GetStringAsync("/releases/desk-notes-v1/export?format=manifest"));
        JsonElement diff = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/diff/desk-notes-v2");
        Assert.Equal((Id(0), Id(1), 2), (diff.GetProperty("added").GetProperty("samples")[0].GetString(), diff.GetProperty("removed").GetProperty("samples")[0].GetString(), Number(diff, "unchanged")));
        Assert.Equal([Id(0)], (await LeftOutAsync(host, "?reason=tooSimilar")).Select(entry => Text(entry, "sampleId")));
    }

    [Fact]
    public async Task Should_lose_a_chosen_row_to_an_erasure_and_put_no_other_in_its_place()
    {
        await using QualityHost host = await QualityHost.StartAsync(Scoring());
        await ReleasedAsync(host, most: 3);
        await host.PublishAsync(new TranscriptErased { Id = Guid.NewGuid(), OccurredAt = Some.Time, ErasureId = "e-1", TranscriptId = Some.Assignment(slot: 1).TranscriptId, Subject = "s" });
        await QualityHost.UntilAsync(() => host.Told.Erased.Length == 1, "an answer");
        await QualityHost.UntilAsync(
            async () => (await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1")).GetProperty("withdrawing").GetArrayLength() == 0, "files are given out again");

        JsonElement manifest = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/export?format=manifest");
        Assert.Equal([Id(2), Id(4)], manifest.GetProperty("samples").EnumerateArray().Select(sample => Text(sample, "id")));
        foreach (JsonElement file in manifest.GetProperty("files").EnumerateArray())
        {
            byte[] bytes = await host.Client.GetByteArrayAsync($"/releases/desk-notes-v1/export?file={Uri.EscapeDataString(file.GetProperty("name").GetString()!)}");
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        Assert.DoesNotContain("please", string.Join('\n', (await LeftOutAsync(host, "")).Select(entry => entry.GetRawText())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_rank_last_what_people_accepted_and_the_judge_never_scored()
    {
        // The first is refused by a gate, which asks no judge; a person accepts it.
        await using QualityHost host = await QualityHost.StartAsync(Scoring());
        await host.PublishAsync(Some.Labeled(Talk(0), "I'm sorry, but I cannot help with that."));
        for (int slot = 1; slot < s_talks.Length; slot++)
            await host.PublishAsync(Some.Labeled(Talk(slot), Answer(slot)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == s_talks.Length, "judgements");
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsJsonAsync($"/reviews/{Id(0)}", new { level = "high", reason = "corrected", answer = "The reader asked about an atlas of northern islands." })).StatusCode);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 6, 6)) with { Selection = new SelectionPolicy(6, 0.95) });
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        JsonElement selection = (await host.Client.GetFromJsonAsync<JsonElement>("/reports/run")).GetProperty("selection");
        Assert.Equal(1, Number(selection, "unscored"));
        JsonElement manifest = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/export?format=manifest");
        Assert.All(manifest.GetProperty("samples").EnumerateArray().Where(sample => Text(sample, "id") == Id(0)), sample => Assert.False(sample.TryGetProperty("complexity", out _)));
    }

    [Fact]
    public async Task Should_release_no_two_rows_that_are_more_similar_than_allowed()
    {
        const int Count = 80;
        const double Similarity = 0.8;
        var random = new Random(5);
        string[] words = ["atlas", "harbour", "violin", "oven", "tram", "lamp", "window", "meadow", "copper", "letter"];
        string[] said = [.. Enumerable.Range(0, Count).Select(_ => string.Join(' ', Enumerable.Range(0, 14).Select(_ => words[random.Next(words.Length)])))];
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge { Answer = (facts, _) => Scored(1 + (facts.Assignment.Slot % 6), 1 + (facts.Assignment.Slot / 6 % 6)) });
        for (int slot = 0; slot < Count; slot++)
            await host.PublishAsync(Some.Labeled(Talk(slot, said[slot]), $"They spoke of {said[slot]}."));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == Count, "judgements");
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, Count, Count)) with { Selection = new SelectionPolicy(50, Similarity) });
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        JsonElement manifest = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/export?format=manifest");
        int[] released = [.. manifest.GetProperty("samples").EnumerateArray().Select(sample => Number(sample, "slot"))];
        JsonElement[] left = await LeftOutAsync(host, "");
        Assert.Equal(Count, released.Length + left.Length);
        Assert.Contains(left, entry => Text(entry, "reason") == "tooSimilar");

        var bags = new TokenBags();
        for (int slot = 0; slot < Count; slot++)
            bags.Add(Tokenizer.Qwen.Encode(Whole(Talk(slot, said[slot]), $"They spoke of {said[slot]}.")));
        IReadOnlyList<SparseVector> vectors = bags.Vectors([.. Enumerable.Range(0, Count)]);
        Assert.DoesNotContain(released, first => released.Any(second => first != second && (float)vectors[first].Cosine(vectors[second]) > (float)Similarity));
        foreach (JsonElement entry in left.Where(entry => Text(entry, "reason") == "tooSimilar"))
        {
            (int passed, int chosen) = (SlotOf(Text(entry, "sampleId")!), SlotOf(Text(entry, "similarTo")!));
            Assert.Contains(chosen, released);
            Assert.Equal(vectors[passed].Cosine(vectors[chosen]), entry.GetProperty("cosine").GetDouble(), tolerance: 1e-5);
        }
    }

    [Fact]
    public async Task Should_compare_by_the_encoder_that_reports_use()
    {
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync();
        await using QualityHost host = await QualityHost.StartAsync(
            Scoring(), settings: ["--Quality:Encoder=Embeddings", $"--Embedding:Endpoint={model.Endpoint}", "--Embedding:Model=embedder"]);
        JsonElement manifest = await ReleasedAsync(host, most: 3);
        Assert.Equal("embedder (16 dimensions)", manifest.GetProperty("selection").GetProperty("encoder").GetString());
    }

    [Fact]
    public async Task Should_refuse_a_run_whose_samples_the_encoder_does_not_take()
    {
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync(new ScriptedModelOptions { LongestEmbedded = 5 });
        await using QualityHost host = await QualityHost.StartAsync(
            Scoring(), settings: ["--Quality:Encoder=Embeddings", $"--Embedding:Endpoint={model.Endpoint}", "--Embedding:Model=embedder"]);
        await LabelAsync(host);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 6, 6)) with { Selection = new SelectionPolicy(3) });
        await QualityHost.UntilAsync(() => host.Told.Refused.Length == 1, "a refusal");
        Assert.Equal("encoder", Assert.Single(host.Told.Refused[0].Failures).Measure);
    }

    private static ScriptedJudge Scoring() => new()
    {
        Answer = (facts, request) =>
        {
            if (!facts.Assignment.Judging.Scored)
                return ScriptedJudge.High;
            (_, int complexity, int quality) = s_talks[facts.Assignment.Slot];
            return Scored(facts.Assignment.Slot == 4 && request.Draw == 2 ? complexity - 1 : complexity, quality);
        },
    };

    private static string Scored(int complexity, int quality) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"evidence":["said so"],"level":"high","complexity":{{complexity}},"quality":{{quality}}}""");

    private static LabelAssignment Talk(int slot, string? topic = null) => Some.Assignment(slot: slot) with
    {
        Turns = [new Turn("reader", $"Do you have {topic ?? s_talks[slot].Topic}?"), new Turn("librarian", "Let me look.")],
        Judging = new JudgingPolicy { Samples = 3, Scored = true },
    };

    private static string Answer(int slot) => $"The reader asked for {s_talks[slot].Topic}.";

    private static string Whole(LabelAssignment assignment, string answer) =>
        $"{Judging.SampleText.Prompt(assignment)}\n{Judging.SampleText.Dialogue(assignment, TestPacks.All)}\n{answer}";

    private static async Task LabelAsync(QualityHost host)
    {
        for (int slot = 0; slot < s_talks.Length; slot++)
            await host.PublishAsync(Some.Labeled(Talk(slot), Answer(slot)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == s_talks.Length, "judgements");
    }

    private static async Task<JsonElement> ReleasedAsync(QualityHost host, int most, ReleaseGate? gate = null)
    {
        await LabelAsync(host);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 6, 6)) with { Selection = new SelectionPolicy(most), Gate = gate ?? new ReleaseGate() });
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        return await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/export?format=manifest");
    }

    /// <summary>All pages of what the release left out.</summary>
    private static async Task<JsonElement[]> LeftOutAsync(QualityHost host, string query)
    {
        List<JsonElement> all = [];
        string? cursor = null;
        do
        {
            string with = cursor is null ? query : $"{query}{(query.Length == 0 ? '?' : '&')}cursor={Uri.EscapeDataString(cursor)}";
            JsonElement page = await host.Client.GetFromJsonAsync<JsonElement>($"/releases/{host.Told.Released[0].Release}/left-out{with}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = Text(page, "nextCursor");
        }
        while (cursor is not null);
        return [.. all];
    }

    private static string Id(int slot) => Some.Assignment(slot: slot).AttemptId;

    private static int SlotOf(string id) => int.Parse(id.Split('|')[2], CultureInfo.InvariantCulture);

    private static string? Text(JsonElement element, string property) => element.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    private static int Number(JsonElement element, string property) => element.GetProperty(property).GetInt32();
}
