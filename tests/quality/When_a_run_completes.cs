using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Tests.Fixtures;
using DialInsight.Storage;

namespace DialInsight.Quality.Tests;

public sealed class When_a_run_completes
{
    private const string Cell = "lending/summary";

    [Fact]
    public async Task Should_release_its_accepted_samples_with_every_file()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 4);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 4, 4)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        DatasetReleased released = host.Told.Released[0];
        Assert.Equal(("desk-notes-v1", 1, 4), (released.Release, released.Version, released.Samples));
        JsonElement manifest = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/export?format=manifest");
        Assert.Equal("desk-notes-v1", manifest.GetProperty("release").GetString());
        Assert.Equal("desk-notes", manifest.GetProperty("recipe").GetProperty("name").GetString());
        JsonElement counts = manifest.GetProperty("counts");
        Assert.Equal((4, 4, 0, 0, 0), (Number(counts, "requested"), Number(counts, "accepted"), Number(counts, "rejected"), Number(counts, "failed"), Number(counts, "pending")));
        Assert.Equal(4, manifest.GetProperty("samples").GetArrayLength());
        Assert.Equal(["judge", "label", "seed"], manifest.GetProperty("spend").EnumerateArray().Select(line => line.GetProperty("purpose").GetString()!));
        string[] folder = [.. (await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1")).GetProperty("folder").EnumerateArray().Select(file => file.GetString()!)];
        Assert.Equal(["alpaca.json", "sharegpt.json", "messages.jsonl", "data/train-00000-of-00001.jsonl", "data/validation-00000-of-00001.jsonl", "dataset_info.json", "README.md", "report.html", "manifest.json"], folder);
        Assert.Equal(folder[..^1], manifest.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        foreach (JsonElement file in manifest.GetProperty("files").EnumerateArray())
        {
            byte[] bytes = await BytesAsync(host, file.GetProperty("name").GetString()!);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal(file.GetProperty("bytes").GetInt64(), bytes.Length);
        }
    }

    [Fact]
    public async Task Should_wait_until_its_own_counts_match()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 1);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 2, 2)));
        await QualityHost.UntilAsync(async () => (await RunAsync(host))?.Looks > 0, "a look at the counts");
        Assert.Equal(RunState.Waiting, (await RunAsync(host))!.State);
        Assert.Empty(host.Told.Released);

        await host.PublishAsync(Some.Labeled(Some.Assignment(slot: 1)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        Assert.Equal(2, host.Told.Released[0].Samples);
    }

    [Fact]
    public async Task Should_not_wait_for_what_a_person_changed_after_the_run_had_counted_it()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 3);
        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 1).AttemptId}", new { level = "low", reason = "wrong" });
        // Not all samples are here: that is waited for as ever.
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 4, 4)) with { Gate = new ReleaseGate { MinimumFill = 0.5 } });
        await QualityHost.UntilAsync(async () => (await RunAsync(host))?.Looks > 0, "a look at the counts");
        Assert.Empty(host.Told.Released);

        await host.PublishAsync(Some.Labeled(Some.Assignment(slot: 3)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        Assert.Equal(3, host.Told.Released[0].Samples);
        JsonElement counts = (await host.Client.GetFromJsonAsync<JsonElement>("/reports/run")).GetProperty("cells")[0];
        Assert.Equal((3, 1, 1), (Number(counts, "accepted"), Number(counts, "rejected"), Number(counts, "reviewed")));
    }

    [Fact]
    public async Task Should_name_what_the_gate_refused_it_for()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge
        {
            Answer = (facts, _) => facts.Assignment.Slot == 0 ? ScriptedJudge.Low : ScriptedJudge.High,
        });
        await LabelAsync(host, 2);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 2, 1, rejected: 1)) with { Gate = new ReleaseGate { MinimumHigh = 0.9 } });
        await QualityHost.UntilAsync(() => host.Told.Refused.Length == 1, "a refusal");
        Assert.Equal(["fill", "high"], host.Told.Refused[0].Failures.Select(failure => failure.Measure));
        Assert.Contains("lending/summary 1/2", host.Told.Refused[0].Failures[0].Explanation, StringComparison.Ordinal);
        Assert.Empty(host.Told.Released);
    }

    [Fact]
    public async Task Should_refuse_a_run_of_which_nothing_was_accepted()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge { Answer = (_, _) => ScriptedJudge.Low });
        await LabelAsync(host, 1);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 1, 0, rejected: 1)) with { Gate = new ReleaseGate { MinimumFill = 0 } });
        await QualityHost.UntilAsync(() => host.Told.Refused.Length == 1, "a refusal");
        Assert.Equal("fill", Assert.Single(host.Told.Refused[0].Failures).Measure);
    }

    [Fact]
    public async Task Should_make_the_same_release_once_however_often_it_is_told()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 2);
        RunCompleted completed = Some.Completed(cells: Some.Cell(Cell, 2, 2));
        await host.PublishAsync(completed);
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        await host.PublishAsync(completed);
        await host.PublishAsync(Some.Labeled(Some.Assignment("other")));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 3, "the other run's judgement");
        await host.PublishAsync(Some.Completed("other", Some.Cell(Cell, 1, 1)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 2, "the other run's release");
        Assert.Equal(["desk-notes-v1", "desk-notes-v2"], host.Told.Released.Select(release => release.Release));
        Assert.Equal(2, await host.Get<IDocumentCollection<Release>>().CountAsync(Query.All, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Should_go_on_with_a_release_that_was_interrupted_under_the_same_name()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 2);
        await host.Get<IDocumentCollection<ReleaseName>>().InsertAsync(
            new ReleaseName { Name = "desk-notes-v1", Recipe = "desk-notes", Version = 1, Claim = "run/0", At = Some.Time }, cancellationToken);
        await host.Get<IDocumentCollection<ReleaseRow>>().InsertManyAsync(
            [
                .. Enumerable.Range(0, 3).Select(position => new ReleaseRow
                {
                    Release = "desk-notes-v1",
                    Position = position,
                    SampleId = "gone",
                    CellId = Cell,
                    Slot = position,
                    Attempts = 1,
                    Level = QualityLevel.High,
                    DecidedBy = "judge",
                }),
            ],
            cancellationToken);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 2, 2)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        Assert.Equal(("desk-notes-v1", Some.Time), (host.Told.Released[0].Release, host.Told.Released[0].OccurredAt));
        Assert.Equal(2, JsonDocument.Parse(await BytesAsync(host, "alpaca.json")).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Should_release_again_after_review_and_leave_the_first_release_as_it_was()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 2);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 2, 2)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        byte[] before = await BytesAsync(host, "alpaca.json");

        string sample = Some.Assignment(slot: 1).AttemptId;
        HttpResponseMessage review = await host.Client.PostAsJsonAsync(
            $"/reviews/{sample}", new { level = "high", reason = "shorter", answer = "Three more weeks were granted." });
        Assert.Equal(HttpStatusCode.OK, review.StatusCode);
        HttpResponseMessage again = await host.Client.PostAsJsonAsync("/releases", new { run = "run" });
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 2, "a second release");

        Assert.Equal("desk-notes-v2", host.Told.Released[1].Release);
        Assert.Equal(before, await BytesAsync(host, "alpaca.json"));
        JsonElement diff = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/diff/desk-notes-v2");
        Assert.Equal(1, Number(diff, "unchanged"));
        Assert.Equal(sample, diff.GetProperty("changed").GetProperty("samples")[0].GetString());
        JsonElement report = await host.Client.GetFromJsonAsync<JsonElement>("/reports/run");
        // Where a person decided, the grounds that are shown are the person's, not the judge's under the person's name.
        JsonElement read = report.GetProperty("samples").EnumerateArray().Single(shown => shown.GetProperty("id").GetString() == sample);
        Assert.Equal(("local", "shorter"), (read.GetProperty("decidedBy").GetString(), Assert.Single(read.GetProperty("reasons").EnumerateArray()).GetString()));
        JsonElement previous = report.GetProperty("previous");
        Assert.Equal(("desk-notes-v1", "desk-notes-v2"), (previous.GetProperty("from").GetString(), previous.GetProperty("to").GetString()));
        Assert.Equal((1, 0), (Number(previous.GetProperty("changed"), "count"), previous.GetProperty("changed").GetProperty("samples").GetArrayLength()));
    }

    [Fact]
    public async Task Should_answer_a_request_that_would_say_nothing_new_with_the_release_there_is()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 2);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 2, 2)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        HttpResponseMessage again = await host.Client.PostAsJsonAsync("/releases", new { run = "run" });
        JsonElement standing = await again.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            (HttpStatusCode.OK, "released", "desk-notes-v1", true),
            (again.StatusCode, standing.GetProperty("state").GetString(), standing.GetProperty("release").GetString(), standing.GetProperty("unchanged").GetBoolean()));

        // A review that changes no answer and no level is news all the same where it is a released sample's first: a person stands for it now, and its row says so.
        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 1).AttemptId}", new { level = "high", reason = "as it is" });
        again = await host.Client.PostAsJsonAsync("/releases", new { run = "run" });
        standing = await again.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.Accepted, "lineage"), (again.StatusCode, standing.GetProperty("changes")[0].GetString()));
        Assert.Contains("only who decided has changed", standing.GetProperty("note").GetString(), StringComparison.Ordinal);
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 2, "a second release");
        Assert.Equal(host.Told.Released[0].Checksum, host.Told.Released[1].Checksum);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsJsonAsync("/releases", new { run = "run" })).StatusCode);

        // Said once more by the same person it is none.
        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 1).AttemptId}", new { level = "high", reason = "still as it is" });
        again = await host.Client.PostAsJsonAsync("/releases", new { run = "run" });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.StartsWith("Nothing that a release tells has changed since desk-notes-v2", (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_make_no_version_of_a_review_that_agrees_with_a_rejection()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge { Answer = (facts, _) => facts.Assignment.Slot == 0 ? ScriptedJudge.Low : ScriptedJudge.High });
        await LabelAsync(host, 2);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 2, 1, rejected: 1)) with { Gate = new ReleaseGate { MinimumFill = 0.5 } });
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 0).AttemptId}", new { level = "low", reason = "so it is" });
        Assert.Equal(HttpStatusCode.OK, (await host.Client.PostAsJsonAsync("/releases", new { run = "run" })).StatusCode);

        // Another level of it is another share of high.
        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 0).AttemptId}", new { level = "medium", reason = "not that bad" });
        HttpResponseMessage again = await host.Client.PostAsJsonAsync("/releases", new { run = "run" });
        Assert.Equal((HttpStatusCode.Accepted, "content"), (again.StatusCode, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("changes")[0].GetString()));
    }

    [Fact]
    public async Task Should_compare_measures_gates_and_richness_at_equal_size()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 6);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 6, 6)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 1).AttemptId}", new { level = "low", reason = "wrong" });
        await host.PublishAsync(Some.Labeled(Some.Assignment("other")));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 8, "the other run's judgement");
        await host.PublishAsync(Some.Completed("other", Some.Cell(Cell, 2, 1)) with { Gate = new ReleaseGate { MinimumFill = 0.5 } });
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 2, "a second release");

        JsonElement diff = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/diff/desk-notes-v2");
        Assert.Equal((6, 1), (diff.GetProperty("metrics").GetProperty("samples").GetProperty("from").GetInt32(), diff.GetProperty("metrics").GetProperty("samples").GetProperty("to").GetInt32()));
        JsonElement richness = diff.GetProperty("richness");
        // Half of the smaller, one at least; a part of one sample is as rich as can be.
        Assert.Equal((1, 1.0), (Number(richness, "size"), richness.GetProperty("from").GetProperty("input").GetProperty("low").GetDouble()));
        JsonElement fill = diff.GetProperty("gate").EnumerateArray().Single(change => change.GetProperty("measure").GetString() == "fill");
        Assert.Equal((1.0, 0.5), (fill.GetProperty("from").GetProperty("required").GetDouble(), fill.GetProperty("to").GetProperty("actual").GetDouble()));
        Assert.Equal(JsonValueKind.Null, diff.GetProperty("calibration").GetProperty("to").ValueKind);
        Assert.Equal(diff.GetRawText(), await host.Client.GetStringAsync("/releases/desk-notes-v1/diff/desk-notes-v2"));
    }

    [Fact]
    public async Task Should_have_a_report_at_any_time_that_says_what_is_open()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge
        {
            Answer = (facts, request) => facts.Assignment.Slot == 1
                ? (request.Draw % 3) switch { 0 => ScriptedJudge.High, 1 => ScriptedJudge.Medium, _ => ScriptedJudge.Low }
                : ScriptedJudge.High,
        });
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/reports/run")).StatusCode);
        await host.PublishAsync(Some.Started(cells: new RunCell { CellId = Cell, Scenario = "lending", TaskType = "summary", Target = 5, InstructionsWanted = 0 }));
        await QualityHost.UntilAsync(async () => (await host.Client.GetAsync("/reports/run")).StatusCode == HttpStatusCode.OK, "a report on a run that has just begun");
        Assert.Equal(("filling", 5, 0), await OpenAsync(host));

        await LabelAsync(host, 3);
        // What was made a moment ago is given out for a moment.
        await QualityHost.UntilAsync(async () => await OpenAsync(host) == ("filling", 3, 1), "a report on what there is");
        JsonElement report = await host.Client.GetFromJsonAsync<JsonElement>("/reports/run");
        Assert.Equal((2, 2), (Number(report.GetProperty("metrics"), "samples"), Number(report.GetProperty("cells")[0], "accepted")));
        string page = await host.Client.GetStringAsync("/reports/run.html");
        Assert.Contains("provisional", page, StringComparison.Ordinal);
        Assert.DoesNotContain("refused by its gate", page, StringComparison.Ordinal);

        await host.PublishAsync(new RunEnded { Id = Guid.NewGuid(), OccurredAt = Some.Time, RunId = "run", Ending = RunEnding.Cancelled });
        await QualityHost.UntilAsync(async () => (await OpenAsync(host)).State == "cancelled", "a report on a run that was cancelled");
    }

    private static async Task<(string? State, int Wanted, int InReview)> OpenAsync(QualityHost host)
    {
        JsonElement open = (await host.Client.GetFromJsonAsync<JsonElement>("/reports/run")).GetProperty("provisional");
        return (open.GetProperty("state").GetString(), Number(open, "wanted"), Number(open, "inReview"));
    }

    [Fact]
    public async Task Should_keep_a_release_when_a_later_request_is_refused_and_say_why()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 2);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 2, 2)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 1).AttemptId}", new { level = "low", reason = "wrong" });
        await host.Client.PostAsJsonAsync("/releases", new { run = "run" });
        await QualityHost.UntilAsync(() => host.Told.Refused.Length == 1, "a refusal");
        JsonElement standing = await host.Client.GetFromJsonAsync<JsonElement>("/releases/runs/run");
        Assert.Equal(("released", "desk-notes-v1"), (standing.GetProperty("state").GetString(), standing.GetProperty("release").GetString()));
        Assert.Equal("fill", standing.GetProperty("failures")[0].GetProperty("measure").GetString());
        Assert.True(host.Told.Refused[0].OccurredAt > host.Told.Released[0].OccurredAt);
    }

    [Fact]
    public async Task Should_serve_exports_whole_in_parts_and_not_at_all_when_they_are_known()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await LabelAsync(host, 3);
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 3, 3)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        // None of three conversations is validated or tested with.
        foreach (string format in ReleaseFiles.Formats.Except([Split.Validation, Split.Test]))
        {
            string path = $"/releases/desk-notes-v1/export?format={format}";
            HttpResponseMessage whole = await host.Client.GetAsync(path);
            byte[] bytes = await whole.Content.ReadAsByteArrayAsync();
            Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
            Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"", whole.Headers.ETag!.Tag);

            // There are no pairs.
            if (bytes.Length == 0)
                continue;
            HttpResponseMessage part = await AskAsync(host, path, request => request.Headers.Range = new RangeHeaderValue(bytes.Length / 2, null));
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
            Assert.Equal(bytes[(bytes.Length / 2)..], await part.Content.ReadAsByteArrayAsync());

            HttpResponseMessage middle = await AskAsync(host, path, request => request.Headers.Range = new RangeHeaderValue(5, 9));
            Assert.Equal(bytes[5..10], await middle.Content.ReadAsByteArrayAsync());
            HttpResponseMessage beyond = await AskAsync(host, path, request => request.Headers.Range = new RangeHeaderValue(bytes.Length, null));
            Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
            HttpResponseMessage known = await AskAsync(host, path, request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.GetAsync("/releases/desk-notes-v1/export?format=parquet")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/releases/none-v1/export?format=alpaca")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/releases/desk-notes-v1/export?format=test")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/releases/desk-notes-v1/export?file=../secret")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/reports/run")).StatusCode);
        Assert.Equal("text/html", (await host.Client.GetAsync("/reports/run.html")).Content.Headers.ContentType!.MediaType);
    }

    private static async Task LabelAsync(QualityHost host, int count)
    {
        for (int slot = 0; slot < count; slot++)
            await host.PublishAsync(Some.Labeled(Some.Assignment(slot: slot)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == count, "judgements");
    }

    private static async Task<CompletedRun?> RunAsync(QualityHost host) =>
        (await host.Get<Hosting.Facts.FactLog<CompletedRun>>().Collection.FindAsync("run", TestContext.Current.CancellationToken))?.Document;

    private static Task<byte[]> BytesAsync(QualityHost host, string file) =>
        host.Client.GetByteArrayAsync($"/releases/desk-notes-v1/export?file={Uri.EscapeDataString(file)}");

    private static async Task<HttpResponseMessage> AskAsync(QualityHost host, string path, Action<HttpRequestMessage> configure)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        configure(request);
        return await host.Client.SendAsync(request);
    }

    private static int Number(JsonElement element, string property) => element.GetProperty(property).GetInt32();
}
