using System.Net;
using System.Security.Cryptography;
using System.Text;
using DialInsight.Client;
using DialInsight.Client.Http;
using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;

namespace DialInsight.Standalone.Working;

/// <summary>
/// What the command line asked for, through the platform's own HTTP API: transcripts in, a run, its release written to a folder. Each step may be
/// repeated, so that a process that was killed picks up where it was.
/// </summary>
internal sealed class Work(DialInsightClient client, StandaloneOptions options, Progress progress, TimeProvider time)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    /// <summary>Does the work. The exit code: 0, 1 for an error, 2 where the gate refused the data set.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> files;
        string? recipe;
        try
        {
            files = TranscriptFiles.Find(options.Transcripts);
            recipe = options.Recipe is null ? null : await File.ReadAllTextAsync(options.Recipe, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Progress.Fail(exception.Message);
        }

        long? kept = files.Count == 0 ? null : await IngestAsync(files, cancellationToken);
        if (recipe is null)
            return 0;

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

    private async Task<long> IngestAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        Progress.IngestStarted(files.Count);
        long kept = 0;
        foreach (string file in files)
        {
            try
            {
                await using FileStream content = File.OpenRead(file);
                var defaults = new IngestDefaults(Domain: options.Domain, Source: Path.GetFileName(file));
                IngestAnswer answer = await client.Transcripts.SendAsync(content, Path.GetFileName(file), defaults, cancellationToken);
                progress.Ingested(file, answer);
                kept = answer.Kept;
            }
            catch (ServiceException exception)
            {
                progress.Refused(file, exception.Message);
            }
        }

        progress.IngestEnded();
        return kept;
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

        string folder = await new ReleaseFolder(client).WriteAsync(run.Release!, options.Out, cancellationToken);
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
