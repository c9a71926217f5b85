using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Tests.Fixtures;

namespace DialInsight.Quality.Tests;

public sealed class When_the_judge_is_calibrated
{
    private static readonly string[] s_cells = ["lending/summary", "rooms/summary"];

    [Fact]
    public async Task Should_draw_each_cell_blind_rate_it_and_tell_the_agreement_in_reports_and_releases()
    {
        await using QualityHost host = await StartAsync(4);
        JsonElement drawn = await PostAsync(host, "/calibrations", new { run = "run", perCell = 2 }, HttpStatusCode.Created);
        string id = drawn.GetProperty("id").GetString()!;
        Assert.Equal((4, 0, "judge/1"), (drawn.GetProperty("samples").GetInt32(), drawn.GetProperty("rated").GetInt32(), drawn.GetProperty("judge").GetString()));

        HashSet<string> rated = [];
        while (await NextAsync(host, id) is { } item)
        {
            Assert.DoesNotContain("evidence", item.GetRawText(), StringComparison.Ordinal);
            Assert.False(item.TryGetProperty("level", out _));
            Assert.True(rated.Add(item.GetProperty("sample").GetString()!));
            JsonElement standing = await PostAsync(
                host, $"/calibrations/{id}/levels", new { sample = item.GetProperty("sample").GetString(), level = rated.Count == 1 ? "low" : "high" }, HttpStatusCode.OK);
            Assert.Equal(rated.Count == 4, standing.GetProperty("result").ValueKind == JsonValueKind.Object);
        }

        // A level given now would not be blind.
        await PostAsync(host, $"/calibrations/{id}/levels", new { sample = rated.First(), level = "high" }, HttpStatusCode.Conflict);
        Assert.Equal(4, rated.Count);
        Assert.Equal(2, rated.Count(sample => sample.Contains("|rooms/summary|", StringComparison.Ordinal)));
        JsonElement result = (await host.Client.GetFromJsonAsync<JsonElement>($"/calibrations/{id}")).GetProperty("result");
        // People said low once where the judge said high; the judge said nothing else.
        Assert.Equal(1, result.GetProperty("matrix").GetProperty("counts")[2][0].GetInt32());
        Assert.Equal(0, result.GetProperty("agreement").GetProperty("kappa").GetDouble(), 9);

        await host.PublishAsync(Some.Completed(cells: [.. s_cells.Select(cell => Some.Cell(cell, 4, 4))]));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        Assert.Equal(id, (await host.Client.GetFromJsonAsync<JsonElement>("/reports/run")).GetProperty("calibration").GetProperty("id").GetString());
        JsonElement manifest = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/export?format=manifest");
        Assert.Equal(0.75, manifest.GetProperty("calibration").GetProperty("agreement").GetProperty("observed").GetDouble(), 9);
        Assert.Contains("Judge against people", await host.Client.GetStringAsync("/releases/desk-notes-v1/export?format=report"), StringComparison.Ordinal);
        Assert.Contains("Cohen's κ 0.00", await host.Client.GetStringAsync("/releases/desk-notes-v1/export?format=card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_draw_what_somebody_has_reviewed_and_knows_the_judges_view_of()
    {
        await using QualityHost host = await StartAsync(2);
        string reviewed = Some.Assignment(cell: s_cells[0], slot: 1).AttemptId;
        await PostAsync(host, $"/reviews/{reviewed}", new { level = "high", reason = "so it is" }, HttpStatusCode.OK);

        Calibration calibration = (await host.Get<CalibrationDraw>().DrawAsync("run", 5, "lead", TestContext.Current.CancellationToken))!;
        Assert.Equal(3, calibration.Samples.Count);
        Assert.DoesNotContain(calibration.Samples, sample => sample.SampleId == reviewed);
    }

    [Fact]
    public async Task Should_never_give_a_sample_to_two_people_nor_draw_it_twice()
    {
        await using QualityHost host = await StartAsync(3);
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Calibration calibration = (await host.Get<CalibrationDraw>().DrawAsync("run", 2, "lead", cancellationToken))!;
        var calibrating = host.Get<Calibrating>();
        Sample?[] given = await Task.WhenAll(Enumerable.Range(0, 7).Select(person => calibrating.NextAsync(calibration.Id, $"person-{person}", cancellationToken)));
        Assert.Equal(4, given.OfType<Sample>().Select(sample => sample.Id).Distinct().Count());
        Assert.Equal(4, given.OfType<Sample>().Count());

        int holder = Array.FindIndex(given, sample => sample is not null);
        Assert.Equal(RatingOutcome.SomebodyElses, await calibrating.RateAsync(calibration.Id, given[holder]!.Id, QualityLevel.Low, "person-x", cancellationToken));
        Assert.Equal(RatingOutcome.Kept, await calibrating.RateAsync(calibration.Id, given[holder]!.Id, QualityLevel.Low, $"person-{holder}", cancellationToken));
        Assert.Equal(RatingOutcome.SomebodyElses, await calibrating.RateAsync(calibration.Id, given[holder]!.Id, QualityLevel.High, "person-x", cancellationToken));
        Assert.Equal(RatingOutcome.NotDrawn, await calibrating.RateAsync(calibration.Id, "other", QualityLevel.Low, "person-x", cancellationToken));

        Calibration second = (await host.Get<CalibrationDraw>().DrawAsync("run", 2, "lead", cancellationToken))!;
        Assert.Equal(2, second.Samples.Count);
        Assert.Empty(second.Samples.Select(sample => sample.SampleId).Intersect(calibration.Samples.Select(sample => sample.SampleId)));
        Assert.Null(await host.Get<CalibrationDraw>().DrawAsync("run", 2, "lead", cancellationToken));
    }

    [Fact]
    public async Task Should_tell_the_drift_since_the_judges_calibration_before()
    {
        await using QualityHost host = await StartAsync(6);
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        foreach (QualityLevel level in (QualityLevel[])[QualityLevel.High, QualityLevel.Low])
        {
            Calibration calibration = (await host.Get<CalibrationDraw>().DrawAsync("run", 3, "lead", cancellationToken))!;
            foreach (CalibrationSample sample in calibration.Samples)
                await host.Get<Calibrating>().RateAsync(calibration.Id, sample.SampleId, level, "lead", cancellationToken);
        }

        JsonElement second = await host.Client.GetFromJsonAsync<JsonElement>("/calibrations/run-calibration-2");
        JsonElement all = await host.Client.GetFromJsonAsync<JsonElement>("/calibrations");
        Assert.Equal(["run-calibration-2", "run-calibration-1"], all.GetProperty("items").EnumerateArray().Select(calibration => calibration.GetProperty("id").GetString()));
        JsonElement drift = second.GetProperty("result").GetProperty("drift");
        Assert.Equal("run-calibration-1", drift.GetProperty("since").GetString());
        Assert.Equal(2, (await host.Client.GetFromJsonAsync<JsonElement>("/calibrations?run=run")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Should_refuse_what_cannot_be_drawn_or_rated_and_say_why()
    {
        await using QualityHost host = await StartAsync(1);
        await PostAsync(host, "/calibrations", new { }, HttpStatusCode.BadRequest);
        await PostAsync(host, "/calibrations", new { run = "run", perCell = 0 }, HttpStatusCode.BadRequest);
        await PostAsync(host, "/calibrations", new { run = "none" }, HttpStatusCode.Conflict);
        string id = (await PostAsync(host, "/calibrations", new { run = "run" }, HttpStatusCode.Created)).GetProperty("id").GetString()!;
        await PostAsync(host, $"/calibrations/{id}/levels", new { sample = "x" }, HttpStatusCode.BadRequest);
        await PostAsync(host, $"/calibrations/{id}/levels", new { sample = "x", level = "high" }, HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/calibrations/none")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/calibrations/none/next")).StatusCode);
    }

    private static async Task<QualityHost> StartAsync(int samples)
    {
        QualityHost host = await QualityHost.StartAsync();
        foreach (string cell in s_cells)
        {
            for (int slot = 0; slot < samples; slot++)
                await host.PublishAsync(Some.Labeled(Some.Assignment(cell: cell, slot: slot)));
        }

        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 2 * samples, "judgements");
        return host;
    }

    private static async Task<JsonElement?> NextAsync(QualityHost host, string id)
    {
        HttpResponseMessage answer = await host.Client.GetAsync($"/calibrations/{id}/next");
        return answer.StatusCode == HttpStatusCode.NoContent ? null : await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> PostAsync(QualityHost host, string path, object body, HttpStatusCode expected)
    {
        HttpResponseMessage answer = await host.Client.PostAsJsonAsync(path, body);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
