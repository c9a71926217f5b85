using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.Storage;

namespace DialInsight.Quality.Erasure;

/// <summary>
/// Takes erased samples out of releases: marks the release, which holds back its files, removes the rows, and has it measured anew once, for however many
/// transcripts.
/// </summary>
internal sealed class ReleaseWithdrawal(
    IDocumentCollection<Release> releases, IDocumentCollection<ReleaseRow> rows, ReleaseWriter writer)
{
    private const int IdsAtOnce = 500;

    /// <summary>Takes a transcript's samples out of the releases of a run; answers how many rows that took.</summary>
    public async Task<long> WithdrawAsync(string transcriptId, string? erasureId, string runId, ErasedSamples erased, CancellationToken cancellationToken)
    {
        ILookup<string, ReleaseRow> rowsByRelease = (await RowsAsync(erased.Ids, cancellationToken)).ToLookup(row => row.Release);
        long withdrawn = 0;
        await foreach (Versioned<Release> release in releases.StreamAsync(Query.All.Where("run", runId), cancellationToken))
        {
            ReleaseRow[] own = [.. rowsByRelease[release.Document.Name]];
            Report report = erased.OutOf(release.Document.Report, out bool changed);
            if (own.Length == 0 && !changed)
                continue;
            await MarkAsync(release.Document.Name, new TranscriptRows(transcriptId, own.Length, erasureId), report, cancellationToken);
            foreach (ReleaseRow row in own)
                withdrawn += await rows.DeleteAsync(row.Id, cancellationToken) ? 1 : 0;
        }

        return withdrawn;
    }

    /// <summary>Measures every release that lost rows.</summary>
    public async Task<IReadOnlyList<WithdrawnRelease>> MeasureAsync(CancellationToken cancellationToken)
    {
        List<WithdrawnRelease> measured = [];
        await foreach (Versioned<Release> release in releases.StreamAsync(Query.All.Where("withdrawing", true), cancellationToken))
        {
            Release after = await writer.WithdrawAsync(release.Document, cancellationToken);
            // Where a replica was faster, the next round looks at what it left.
            if (await releases.ReplaceAsync(after, release.Version, cancellationToken))
                measured.Add(new WithdrawnRelease(after));
        }

        return measured;
    }

    /// <summary>Gives the releases' files out again, unless more was marked meanwhile.</summary>
    public async Task EndAsync(IReadOnlyList<WithdrawnRelease> withdrawn, CancellationToken cancellationToken)
    {
        foreach (WithdrawnRelease done in withdrawn)
        {
            while (await releases.FindAsync(done.Release.Name, cancellationToken) is { } release)
            {
                Release ended = release.Document with { Withdrawing = [.. release.Document.Withdrawing.Except(done.Release.Withdrawing)] };
                if (await releases.ReplaceAsync(ended, release.Version, cancellationToken))
                    break;
            }
        }
    }

    private async Task MarkAsync(string name, TranscriptRows withdrawing, Report report, CancellationToken cancellationToken)
    {
        while (await releases.FindAsync(name, cancellationToken) is { } release)
        {
            // Once marked, the number of rows stands: an interrupted try has removed some of them.
            IEnumerable<TranscriptRows> marks = release.Document.Withdrawing.Any(mark => mark.TranscriptId == withdrawing.TranscriptId) ? [] : [withdrawing];
            Release marked = release.Document with { Report = report, Withdrawing = [.. release.Document.Withdrawing, .. marks] };
            if (await releases.ReplaceAsync(marked, release.Version, cancellationToken))
                return;
        }
    }

    private async Task<List<ReleaseRow>> RowsAsync(IReadOnlySet<string> sampleIds, CancellationToken cancellationToken)
    {
        List<ReleaseRow> found = [];
        foreach (string[] some in sampleIds.Chunk(IdsAtOnce))
        {
            await foreach (Versioned<ReleaseRow> row in rows.StreamAsync(Query.All.WhereIn("sample", some), cancellationToken))
                found.Add(row.Document);
        }

        return found;
    }
}

/// <summary>A release after rows were taken out of it.</summary>
internal sealed record WithdrawnRelease(Release Release)
{
    /// <summary>What became of it by one transcript's erasure: nothing or one.</summary>
    public IEnumerable<Contracts.Erasure.ReleaseWithdrawal> Of(string transcriptId) => Release.Withdrawing
        .Where(mark => mark.TranscriptId == transcriptId && mark.Rows > 0)
        .Select(mark => new Contracts.Erasure.ReleaseWithdrawal(Release.Name, mark.Rows, Release.Samples, Release.Checksum));
}
