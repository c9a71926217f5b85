using DialInsight.Client;
using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;
using DialInsight.EndToEnd.Tests.Processes;

namespace DialInsight.EndToEnd.Tests;

public sealed class When_people_curate_a_run
{
    [Fact]
    public async Task What_they_approve_over_HTTP_is_what_fills_it_and_its_lineage_is_complete()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        await using ServiceProcess platform = Standalone.Start(workspace, []);
        await platform.ReadyAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(platform.Url) };
        DialInsightClient client = new(http);
        long kept = await SendAsync(client, cancellationToken);

        RunView run = await client.Runs.CreateAsync(GateReviewer.Recipe, "curated", kept, cancellationToken);
        run = await GateReviewer.CurateAsync(client, client, run, () => platform.Output, cancellationToken);

        Assert.True(run.State == RunState.Released, platform.Output);
        Assert.Equal(GateReviewer.Target, run.Totals.Accepted);
        await GateReviewer.AssertLineageAsync(client, cancellationToken);
    }

    /// <summary>Sends the bundled conversations of the brokerage; answers how many there are then.</summary>
    internal static async Task<long> SendAsync(DialInsightClient ingest, CancellationToken cancellationToken)
    {
        foreach (string file in Directory.GetFiles(Repository.Path("samples", "transcripts", "real-estate"), "*.jsonl"))
        {
            await using FileStream content = File.OpenRead(file);
            await ingest.Transcripts.SendAsync(content, Path.GetFileName(file), new IngestDefaults(Domain: "real-estate"), cancellationToken);
        }

        return await ingest.Transcripts.CountAsync(cancellationToken);
    }
}
