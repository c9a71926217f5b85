using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.Storage;

namespace DialInsight.Quality.Comparisons;

/// <summary>Compares what is about to be decided with the recipe's latest release.</summary>
internal sealed class PreviousRelease(IDocumentCollection<Release> releases, ReleaseComparison comparison)
{
    /// <summary>The comparison, without ids of samples, which may be many; null where the recipe has no release.</summary>
    /// <param name="report">The data set's report.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ReleaseDiff?> CompareAsync(Report report, IReadOnlyList<ReleaseRow> rows, CancellationToken cancellationToken)
    {
        Release? latest = null;
        // The one that was asked for last, should its time be the same.
        await foreach (Versioned<Release> release in releases.StreamAsync(Query.All.Where("recipe", report.Recipe).OrderBy("releasedAt", descending: true).Take(1), cancellationToken))
            latest = release.Document;
        if (latest is null)
            return null;
        ReleaseDiff diff = await comparison.CompareAsync(latest, report, rows, cancellationToken);
        return diff with { Added = Counted(diff.Added), Removed = Counted(diff.Removed), Changed = Counted(diff.Changed) };
    }

    private static SampleChanges Counted(SampleChanges changes) => changes with { Samples = [] };
}
