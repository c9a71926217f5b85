using System.Security.Cryptography;
using System.Text;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Reports;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Makes a release: rows first, then the files' checksums, and the release itself last, so that one which can be seen is whole.</summary>
internal sealed class ReleaseWriter(
    IDocumentCollection<Release> releases,
    IDocumentCollection<ReleaseName> names,
    IDocumentCollection<ReleaseRow> rows,
    ReleasedSamples released,
    ReleaseFiles files,
    TimeProvider time)
{
    /// <summary>Makes the release of a run's request, or finds it made.</summary>
    public async Task<Release> WriteAsync(
        CompletedRun run, Report report, IReadOnlyList<ReleaseRow> accepted, CancellationToken cancellationToken)
    {
        ReleaseName name = await ReleaseName.TakeAsync(names, run, time.GetUtcNow(), cancellationToken);
        if ((await releases.FindAsync(name.Name, cancellationToken))?.Document is { } made)
            return made;

        // What an interrupted try left may be of other judgements.
        await rows.DeleteWhereAsync(ReleaseRow.Of(name.Name), cancellationToken);
        foreach (ReleaseRow[] batch in accepted.Select(row => row with { Release = name.Name }).Chunk(500))
            await rows.InsertManyAsync(batch, cancellationToken);

        Release release = await MeasureAsync(Draft(run, report, name, accepted.Count), cancellationToken);
        await releases.InsertAsync(release, cancellationToken);
        return release;
    }

    private static Release Draft(CompletedRun run, Report report, ReleaseName name, int samples) => new()
    {
        Name = name.Name,
        Version = name.Version,
        RunId = run.Id,
        Recipe = run.Completed.Recipe,
        RecipeText = run.Completed.RecipeText,
        ReleasedAt = name.At,
        RequestedBy = run.RequestedBy,
        Samples = samples,
        Checksum = "",
        Formats = run.Completed.Exports,
        Report = report with { Release = name.Name, MadeAt = name.At },
        Files = [],
    };

    private async Task<Release> MeasureAsync(Release draft, CancellationToken cancellationToken)
    {
        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rowFiles = RowFormat.All.Select(format => (Output: new MeasuringStream(), Format: format))
            .Select(file => (file.Output, File: new RowFile(file.Format, file.Output))).ToArray();
        await foreach (ReleasedSample sample in released.StreamAsync(draft.Name, cancellationToken))
        {
            content.AppendData(Encoding.UTF8.GetBytes($"{sample.Sample.Id}\n{sample.Answer.Length}\n{sample.Answer}\n"));
            TrainingExample example = TrainingExample.Of(sample);
            foreach ((_, RowFile file) in rowFiles)
                await file.WriteAsync(example, cancellationToken);
        }

        var measured = new List<ExportFile>();
        foreach ((MeasuringStream output, RowFile file) in rowFiles)
        {
            await file.EndAsync(cancellationToken);
            measured.Add(new ExportFile(file.Format.File, file.Format.Name, file.Rows, file.Refused, output.Bytes, output.Sha256()));
            file.Dispose();
            await output.DisposeAsync();
        }

        Release release = draft with { Checksum = Convert.ToHexStringLower(content.GetHashAndReset()), Files = measured };
        return await files.CompleteAsync(release, cancellationToken);
    }
}
