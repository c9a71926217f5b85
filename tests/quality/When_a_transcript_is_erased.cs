using System.Net;
using System.Text.Json;
using DialInsight.Contracts.Erasure;
using DialInsight.Contracts.Ingest;
using DialInsight.Contracts.Quality;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Tests.Fixtures;
using DialInsight.Storage;

namespace DialInsight.Quality.Tests;

public sealed class When_a_transcript_is_erased
{
    private const string Cell = "lending/summary";

    [Fact]
    public async Task Its_rows_are_withdrawn_from_the_release_and_nothing_shows_its_words()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await ReleaseAsync(host, 3);
        string before = (await ReleaseOfAsync(host)).Checksum;
        await host.PublishAsync(Erased(1));
        await QualityHost.UntilAsync(() => host.Told.Erased.Length == 1, "an answer");

        ErasureApplied answer = host.Told.Erased[0];
        Assert.Equal(("quality", 1, 1), (answer.Service, answer.Counts["samples"], answer.Counts["rows"]));
        await QualityHost.UntilAsync(async () => (await ReleaseOfAsync(host)).Withdrawing.Count == 0, "files are given out again");
        Release release = await ReleaseOfAsync(host);
        Assert.Equal(new ReleaseWithdrawal("desk-notes-v1", 1, 2, release.Checksum), Assert.Single(answer.Releases));
        Withdrawal withdrawal = Assert.Single(release.Withdrawals);
        Assert.Equal((before, release.Checksum, 1, 2), (withdrawal.Before, withdrawal.Checksum, withdrawal.Rows, withdrawal.Samples));
        Assert.Equal("e-1", Assert.Single(withdrawal.Erasures));
        JsonElement listed = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/releases?withdrawn=true", UriKind.Relative))).RootElement.GetProperty("items");
        Assert.Equal(1, Assert.Single(listed.EnumerateArray()).GetProperty("withdrawn").GetInt32());
        foreach (string path in (string[])["/reports/run", "/reports/run.html", "/releases/desk-notes-v1", "/judgements", .. Exports()])
        {
            string shown = await host.Client.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.DoesNotContain("for 3 more weeks", shown, StringComparison.Ordinal);
        }

        Assert.Contains("for 4 more weeks", await host.Client.GetStringAsync(new Uri("/releases/desk-notes-v1/export?format=messages", UriKind.Relative)), StringComparison.Ordinal);
        JsonElement manifest = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/releases/desk-notes-v1/export?format=manifest", UriKind.Relative))).RootElement;
        Assert.Equal((2, 1), (manifest.GetProperty("samples").GetArrayLength(), manifest.GetProperty("withdrawals").GetArrayLength()));
        Assert.Equal(JudgementOutcome.Erased, host.Told.Judged.Single(fact => fact.Slot == 1 && fact.Revision == 1).Outcome);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri($"/samples/{Uri.EscapeDataString(Some.Assignment(slot: 1).AttemptId)}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_sample_that_comes_late_is_not_kept_and_counts_as_failed()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await host.PublishAsync(Erased(0));
        await QualityHost.UntilAsync(() => host.Told.Erased.Length == 1, "an answer");
        await host.PublishAsync(Some.Labeled(Some.Assignment(slot: 0)));
        await host.PublishAsync(Some.Labeled(Some.Assignment(slot: 1)));
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 1, 1, failed: 1)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        Assert.Equal(1, host.Told.Released[0].Samples);
        Assert.Null(await host.Get<IDocumentCollection<Judging.Sample>>().FindAsync(Some.Assignment(slot: 0).AttemptId, default));
        Assert.Equal([1], host.Told.Judged.Select(fact => fact.Slot));
    }

    [Fact]
    public async Task Its_slot_is_free_for_another_sample()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await host.PublishAsync(Some.Labeled(Some.Assignment()));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 1, "a judgement");
        await host.PublishAsync(Erased(0));
        await QualityHost.UntilAsync(() => host.Told.Erased.Length == 1, "an answer");
        await host.PublishAsync(Some.Labeled(Some.Assignment(number: 1)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Any(fact => fact.Number == 1), "the next sample's judgement");

        Assert.Equal(JudgementOutcome.Accepted, host.Told.Judged.Single(fact => fact.Number == 1).Outcome);
    }

    [Fact]
    public async Task A_run_that_completed_before_is_decided_without_it()
    {
        await using QualityHost host = await QualityHost.StartAsync();
        await host.PublishAsync(Some.Labeled(Some.Assignment(slot: 0)));
        await host.PublishAsync(Some.Labeled(Some.Assignment(slot: 1)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 2, "two judgements");
        await host.PublishAsync(Erased(1));
        await QualityHost.UntilAsync(() => host.Told.Erased.Length == 1, "an answer");
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 2, 2)) with { Gate = new Contracts.PromptAssembly.ReleaseGate { MinimumFill = 0.5 } });
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");

        Assert.Equal(1, host.Told.Released[0].Samples);
    }

    private static IEnumerable<string> Exports() =>
        ((string[])["alpaca", "sharegpt", "messages", "card", "manifest", "report"]).Select(format => $"/releases/desk-notes-v1/export?format={format}");

    private static async Task ReleaseAsync(QualityHost host, int samples)
    {
        for (int slot = 0; slot < samples; slot++)
            await host.PublishAsync(Some.Labeled(Some.Assignment(slot: slot)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == samples, "judgements");
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, samples, samples)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
    }

    private static async Task<Release> ReleaseOfAsync(QualityHost host) =>
        (await host.Get<IDocumentCollection<Release>>().FindAsync("desk-notes-v1", default))!.Document;

    private static TranscriptErased Erased(int slot) =>
        new() { Id = Guid.NewGuid(), OccurredAt = Some.Time, ErasureId = "e-1", TranscriptId = $"transcript-{slot}-0", Subject = "s" };
}
