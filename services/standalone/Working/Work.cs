using System.Net;
using System.Security.Cryptography;
using System.Text;
using DialInsight.Client;
using DialInsight.Client.Http;
using DialInsight.Client.Releases;
using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;

namespace DialInsight.Standalone.Working;

/// <summary>
/// What the command line asked for, through the platform's own HTTP API: transcripts in, a run, its release written to a folder. Each step may be
/// repeated, so that a process that was killed picks up where it was.
/// </summary>
internal sealed class Work(DialInsightClient client, IDomainPacks packs, StandaloneOptions options, Progress progress, TimeProvider time)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    /// <summary>Does the work. The exit code: 0, 1 for an error, 2 where the gate refused the data set.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> files;
        string? text;
        Recipe? recipe;
        try
        {
            files = TranscriptPaths.Find(options.Transcripts);
            text = options.Recipe is null ? null : await File.ReadAllTextAsync(options.Recipe, cancellationToken);
            recipe = text is null ? null : RecipeReader.Read(text, options.Recipe!, packs);
            ReleaseDownload.Check(options.Out);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or RecipeException)
        {
            return Progress.Fail(exception.Message);
        }

        if (Contradiction(recipe) is { } contradiction)
            return Progress.Fail(contradiction);

        long? kept = null;
        if (options.Transcripts.Count > 0)
        {
            await IngestAsync(files, options.Domain ?? recipe?.Domain, cancellationToken);
            kept = await client.Transcripts.CountAsync(cancellationToken);
            if (progress.NothingTaken)
                return Progress.Fail("no transcript was taken in");
        }

        return recipe is null ? 0 : await FillAsync(text!, files, kept, cancellationToken);
    }

    private async Task<int> FillAsync(string recipe, IReadOnlyList<string> files, long? kept, CancellationToken cancellationToken)
    {
        try
        {
            RunView run = await client.Runs.CreateAsync(recipe, RunId(recipe, files), kept, cancellationToken);
            run = await WatchAsync(run, cancellationToken);
            return await FinishAsync(run, cancellationToken);
        }
        catch (ServiceException exception) when (exception.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict)
        {
            return Progress.Fail($"{options.Recipe}: {exception.Message}");
        }
    }

    private string? Contradiction(Recipe? recipe)
    {
        if (options.Domain is { } domain && packs.Find(domain) is null)
            return $"there is no domain pack {domain}; loaded are {string.Join(", ", packs.All.Select(pack => pack.Name))}";
        return recipe is not null && options.Domain is not null && recipe.Domain != options.Domain
            ? $"the recipe {recipe.Name} is for the domain {recipe.Domain}, --domain says {options.Domain}"
            : null;
    }

    private async Task IngestAsync(IReadOnlyList<string> files, string? domain, CancellationToken cancellationToken)
    {
        Progress.IngestStarted(files.Count);
        foreach (string[] together in TranscriptPaths.Together(files))
        {
            try
            {
                IngestAnswer answer = await SendAsync(together, domain, cancellationToken);
                progress.Ingested(together[0], answer);
            }
            catch (ServiceException exception)
            {
                progress.Refused(together[0], exception.Message);
            }
        }

        progress.IngestEnded();
    }

    private async Task<IngestAnswer> SendAsync(string[] together, string? domain, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(together[0]);
        if (together.Length == 1)
        {
            await using FileStream content = File.OpenRead(together[0]);
            return await client.Transcripts.SendAsync(content, name, new IngestDefaults(Domain: domain, Source: name), cancellationToken);
        }

        string folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(together[0]))) ?? name;
        return await client.Transcripts.UploadAsync(together, new IngestDefaults(Domain: domain, Source: folder), cancellationToken);
    }

    private async Task<RunView> WatchAsync(RunView run, CancellationToken cancellationToken)
    {
        Progress.RunStarted(run);
        while (run.EndedAt is null)
        {
            await Task.Delay(s_look, time, cancellationToken);
            run = await client.Runs.GetAsync(run.Id, cancellationToken);
            progress.RunMoved(run);
        }

        progress.RunEnded(run);
        return run;
    }

    private async Task<int> FinishAsync(RunView run, CancellationToken cancellationToken)
    {
        if (run.State == RunState.Cancelled)
            return Progress.Fail("the run was cancelled");

        if (run.State == RunState.Refused)
        {
            progress.Gate(run, await client.Releases.ReportAsync(run.Id, cancellationToken));
            return 2;
        }

        string folder = await new ReleaseDownload(client.Releases, time).ToFolderAsync(run.Release!, options.Out, cancellationToken);
        progress.Released(run, await client.Releases.ReportAsync(run.Id, cancellationToken), folder);
        return 0;
    }

    /// <summary>The same recipe over the same files is the same run: started again, it goes on rather than anew.</summary>
    private static string RunId(string recipe, IReadOnlyList<string> files)
    {
        IEnumerable<string> parts = files.Select(file => $"{Path.GetFileName(file)}:{new FileInfo(file).Length}").Prepend(recipe);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
        return $"run-{hash[..16]}";
    }
}
