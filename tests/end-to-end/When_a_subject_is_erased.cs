using System.Net;
using System.Text;
using System.Text.Json;
using DialInsight.Client;
using DialInsight.Client.Erasures;
using DialInsight.Client.Http;
using DialInsight.Client.Releases;
using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;
using DialInsight.EndToEnd.Tests.Processes;

namespace DialInsight.EndToEnd.Tests;

public sealed class When_a_subject_is_erased
{
    private const string Subject = "c/heron";
    // The talks are much alike.
    private static readonly string[] s_settings = ["--Ingest:NearDuplicates:Jaccard=0.99"];
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);
    private static readonly string[] s_formats = ["alpaca", "sharegpt", "messages", "dataset_info", "card", "manifest", "report"];

    /// <summary>Killed as soon as the erasure is asked for, and started again: nothing of it is forgotten.</summary>
    [Fact]
    public async Task Nothing_is_left_of_what_was_said_the_release_has_its_rows_withdrawn_and_the_erasure_tells_so()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        string release;
        ReleaseView before;
        await using (ServiceProcess first = await Standalone.Start(workspace, s_settings).ReadyAsync(cancellationToken))
        {
            DialInsightClient client = Client(first);
            Assert.Equal(6, (await SendAsync(client, cancellationToken)).Accepted.Count);
            release = await ReleasedAsync(client, first, cancellationToken);
            before = await client.Releases.GetAsync(release, cancellationToken);
            Assert.Contains(Talks.Marker, await ExportAsync(client, release, "messages", cancellationToken), StringComparison.Ordinal);
            await Assert.ThrowsAsync<ServiceException>(() => client.Erasures.EraseAsync("nobody", cancellationToken));
            await client.Erasures.EraseAsync(Subject, cancellationToken);
            await first.KillAsync();
        }

        await using ServiceProcess second = await Standalone.Start(workspace, s_settings).ReadyAsync(cancellationToken);
        DialInsightClient again = Client(second);
        ErasureView erasure = await AppliedAsync(again, second, cancellationToken);

        Assert.Equal((2, 0), (erasure.Transcripts, erasure.Remaining));
        Assert.All(erasure.Services, service => Assert.Equal((2, 0), (service.Answered, service.Waiting)));
        ErasedReleaseView withdrawn = Assert.Single(erasure.Releases);
        ReleaseView after = await again.Releases.GetAsync(release, cancellationToken);
        Assert.True(withdrawn.Rows > 0);
        Assert.Equal((release, before.Samples - withdrawn.Rows), (withdrawn.Release, withdrawn.Samples));
        Assert.Equal((withdrawn.Samples, withdrawn.Checksum), (after.Samples, after.Checksum));
        Assert.NotEqual(before.Checksum, after.Checksum);
        string messages = await ExportAsync(again, release, "messages", cancellationToken);
        Assert.Equal(after.Samples, messages.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(withdrawn.Checksum, await ExportAsync(again, release, "manifest", cancellationToken), StringComparison.Ordinal);

        IngestAnswer resent = await SendAsync(again, cancellationToken);
        Assert.Equal((4, 2), (resent.Accepted.Count, resent.Rejected.Count));
        Assert.All(resent.Rejected, record => Assert.Contains("erased", record.Reason, StringComparison.Ordinal));
        await AssertNowhereAsync(second, again, release, cancellationToken);
        Assert.Equal(0, await second.StopAsync(cancellationToken));
        // When a document server gives freed space out again is its own affair.
        if (!DocumentServer.IsUsed)
            AssertInNoFile(workspace);
    }

    private static async Task AssertNowhereAsync(ServiceProcess process, DialInsightClient client, string release, CancellationToken cancellationToken)
    {
        foreach (string format in s_formats)
            Assert.DoesNotContain(Talks.Marker, await ExportAsync(client, release, format, cancellationToken), StringComparison.OrdinalIgnoreCase);
        using var http = new HttpClient { BaseAddress = new Uri(process.Url) };
        string[] paths =
        [
            "/transcripts?limit=1000", "/erasures", "/instructions?limit=1000", "/batches", "/runs", "/runs/talks", "/failures", "/judgements?limit=1000",
            "/reports/talks", "/reports/talks.html", $"/releases/{release}", "/releases",
        ];
        foreach (string path in paths)
            Assert.DoesNotContain(Talks.Marker, await http.GetStringAsync(path, cancellationToken), StringComparison.OrdinalIgnoreCase);

        JsonElement run = JsonDocument.Parse(await http.GetStringAsync("/runs/talks", cancellationToken)).RootElement.GetProperty("totals");
        int Of(string name) => run.GetProperty(name).GetInt32();
        Assert.Equal(Of("requested"), Of("accepted") + Of("rejected") + Of("failed") + Of("pending"));
        foreach (JsonElement judgement in JsonDocument.Parse(await http.GetStringAsync("/judgements?outcome=erased", cancellationToken)).RootElement.GetProperty("items").EnumerateArray())
        {
            string id = Uri.EscapeDataString(judgement.GetProperty("id").GetString()!).Replace("%2F", "/", StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/samples/{id}", cancellationToken)).StatusCode);
            Assert.DoesNotContain(Talks.Marker, await http.GetStringAsync($"/labels/{id}", cancellationToken), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.Gone, (await http.GetAsync($"/transcripts/{judgement.GetProperty("transcriptId").GetString()}", cancellationToken)).StatusCode);
        }
    }

    /// <summary>Not only no document: the bytes themselves are overwritten.</summary>
    private static void AssertInNoFile(Workspace workspace)
    {
        string[] files = Directory.GetFiles(workspace.Path("data"), "*.db*");
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(Talks.Marker, StringComparison.OrdinalIgnoreCase)).Select(Path.GetFileName));
    }

    private static async Task<string> ReleasedAsync(DialInsightClient client, ServiceProcess process, CancellationToken cancellationToken)
    {
        RunView run = await client.Runs.CreateAsync(Talks.Recipe, "talks", 6, cancellationToken);
        await Eventually.IsTrueAsync(
            async () => (run = await client.Runs.GetAsync("talks", cancellationToken)).EndedAt is not null, s_limit, () => $"{run.State} {run.Totals}\n{process.Output}", cancellationToken);
        return run.Release ?? throw new InvalidOperationException($"{run.State}: {string.Join("; ", run.Failures)}");
    }

    private static async Task<ErasureView> AppliedAsync(DialInsightClient client, ServiceProcess process, CancellationToken cancellationToken)
    {
        ErasureView erasure = await client.Erasures.EraseAsync(Subject, cancellationToken);
        string id = erasure.Id;
        await Eventually.IsTrueAsync(
            async () => (erasure = await client.Erasures.GetAsync(id, cancellationToken)).State == ErasureState.Applied, s_limit, () => $"{JsonSerializer.Serialize(erasure)}\n{process.Output}", cancellationToken);
        Assert.Equal(id, (await client.Erasures.EraseAsync(Subject, cancellationToken)).Id);
        return erasure;
    }

    private static Task<IngestAnswer> SendAsync(DialInsightClient client, CancellationToken cancellationToken) => client.Transcripts.SendAsync(
        new MemoryStream(Encoding.UTF8.GetBytes(Talks.Lines(Subject))), "talks.jsonl", new IngestDefaults(Domain: "customer-support"), cancellationToken);

    private static async Task<string> ExportAsync(DialInsightClient client, string release, string format, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await client.Releases.ExportAsync(release, format, output, cancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static DialInsightClient Client(ServiceProcess process) => new(new HttpClient { BaseAddress = new Uri(process.Url) });
}
