using DialInsight.Client.Http;
using DialInsight.Client.Transcripts;
using DialInsight.WebConsole.Calling;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Overview;

/// <summary>The first page.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", ShowAsync);
        pages.MapPost("/console/sample", LoadSampleAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit, ServiceCalls calls, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<ProcessHealth>> health = calls.HealthAsync(cancellationToken);
        var state = new PlatformState
        {
            Transcripts = (await IfThere(visit.Client.Transcripts.CountAsync(cancellationToken), count => (long?)count)),
            Runs = await IfThere(visit.Client.Runs.ListAsync(null, null, 8, cancellationToken), page => page.Items),
            Failures = await IfThere(visit.Client.Failures.ListAsync(null, null, null, 6, cancellationToken), page => page.Items),
            Batches = await IfThere(visit.Client.Curation.BatchesAsync(null, null, 200, cancellationToken), page => page.Items),
            Health = await health,
        };
        return Pages.Show<OverviewPage>(new { State = state });
    }

    private static async Task<IResult> LoadSampleAsync(Visit visit, SampleFiles sample, CancellationToken cancellationToken)
    {
        foreach ((string name, byte[] content) in sample.Transcripts)
        {
            using var stream = new MemoryStream(content);
            await visit.Client.Transcripts.SendAsync(stream, name, new IngestDefaults(Domain: SampleFiles.Domain), cancellationToken);
        }

        long transcripts = await visit.Client.Transcripts.CountAsync(cancellationToken);
        var run = await visit.Client.Runs.CreateAsync(sample.Recipe, SampleFiles.RunId, transcripts, cancellationToken);
        return Local.See($"/console/runs/{Uri.EscapeDataString(run.Id)}", "started");
    }

    /// <summary>What a service says, or null where it is away: the rest of the page is still worth reading.</summary>
    private static async Task<TShown?> IfThere<T, TShown>(Task<T> call, Func<T, TShown> shape)
    {
        try
        {
            return shape(await call);
        }
        catch (Exception exception) when (exception is HttpRequestException || exception is ServiceException { Status: >= System.Net.HttpStatusCode.InternalServerError })
        {
            return default;
        }
    }
}
