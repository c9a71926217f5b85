using DialInsight.Quality.Exports;
using DialInsight.Quality.Reports;
using DialInsight.Quality.Selection;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Makes a release: rows first, then the files' checksums, and the release itself last, so that one which can be seen is whole.</summary>
internal sealed class ReleaseWriter(
    IDocumentCollection<Release> releases,
    IDocumentCollection<ReleaseName> names,
    IDocumentCollection<ReleaseRow> rows,
    IDocumentCollection<LeftOutRow> leftOut,
    ReleasedSamples released,
    ReleaseFiles files,
    TimeProvider time)
{
    /// <summary>Makes the release of a run's request, or finds it made.</summary>
    public async Task<Release> WriteAsync(
        CompletedRun run, Report report, ReleaseBasis basis, SelectedRows selected, CancellationToken cancellationToken)
    {
        ReleaseName name = await ReleaseName.TakeAsync(names, run, time.GetUtcNow(), cancellationToken);
        if ((await releases.FindAsync(name.Name, cancellationToken))?.Document is { } made)
            return made;

        // What an interrupted try left may be of other judgements.
        await rows.DeleteWhereAsync(ReleaseRow.Of(name.Name), cancellationToken);
        foreach (ReleaseRow[] batch in selected.Rows.Select(row => row with { Release = name.Name }).Chunk(500))
            await rows.InsertManyAsync(batch, cancellationToken);
        await leftOut.DeleteWhereAsync(LeftOutRow.Of(name.Name), cancellationToken);
        foreach (LeftOutRow[] batch in selected.LeftOut.Select(left => new LeftOutRow(name.Name, left)).Chunk(500))
            await leftOut.InsertManyAsync(batch, cancellationToken);

        using var measure = new ReleaseMeasure();
        Release measured = await MeasureAsync(measure, Draft(run, report, name, selected.Rows.Count) with { Basis = basis.ToString() }, cancellationToken);
        Release release = await files.CompleteAsync(measured, measure, cancellationToken);
        await releases.InsertAsync(release, cancellationToken);
        return release;
    }

    /// <summary>The release measured anew, after rows were taken out of it.</summary>
    public async Task<Release> WithdrawAsync(Release release, CancellationToken cancellationToken)
    {
        using var measure = new ReleaseMeasure();
        Release measured = await MeasureAsync(measure, release, cancellationToken);
        if (measured.Checksum != release.Checksum)
        {
            var withdrawal = new Withdrawal(time.GetUtcNow(), release.Samples - measured.Samples, measured.Samples, measured.Checksum, release.Checksum)
            {
                Erasures = [.. release.Withdrawing.Where(mark => mark.Rows > 0).Select(mark => mark.ErasureId).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            };
            measured = measured with { Withdrawals = [.. release.Withdrawals, withdrawal] };
        }

        return await files.CompleteAsync(measured, measure, cancellationToken);
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
        Report = report with { Release = name.Name, MadeAt = name.At, Previous = report.Previous is { } previous ? previous with { To = name.Name } : null },
        Files = [],
    };

    private async Task<Release> MeasureAsync(ReleaseMeasure measure, Release draft, CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<ReleasedSample> batch in released.StreamBatchesAsync(draft.Name, cancellationToken))
        {
            await measure.AddAsync(batch, cancellationToken);
            foreach (ReleasedSample sample in batch)
                ReleaseTelemetry.Written(sample.Sample, draft.Name);
        }

        return await measure.EndAsync(draft, cancellationToken);
    }
}
