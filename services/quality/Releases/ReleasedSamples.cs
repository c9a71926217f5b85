using System.Runtime.CompilerServices;
using DialInsight.DomainPacks.Packs;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Reads releases row by row, some hundred samples at a time.</summary>
internal sealed class ReleasedSamples(IDocumentCollection<ReleaseRow> rows, IDocumentCollection<Sample> samples, IDomainPacks packs)
{
    private const int Batch = 200;

    /// <summary>The rows of a release with their samples, in release order.</summary>
    public IAsyncEnumerable<ReleasedSample> StreamAsync(string release, CancellationToken cancellationToken) => StreamAsync(ReleaseRow.Of(release), cancellationToken);

    /// <summary>The rows of a query with their samples, in its order.</summary>
    public async IAsyncEnumerable<ReleasedSample> StreamAsync(Query query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ReleaseRow>(Batch);
        await foreach (Versioned<ReleaseRow> row in rows.StreamAsync(query, cancellationToken))
        {
            batch.Add(row.Document);
            if (batch.Count < Batch)
                continue;
            foreach (ReleasedSample sample in await JoinAsync(batch, cancellationToken))
                yield return sample;
            batch.Clear();
        }

        foreach (ReleasedSample sample in await JoinAsync(batch, cancellationToken))
            yield return sample;
    }

    /// <summary>Given rows with their samples, in the order given.</summary>
    public async IAsyncEnumerable<ReleasedSample> StreamAsync(
        IReadOnlyList<ReleaseRow> given, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (ReleaseRow[] batch in given.Chunk(Batch))
        {
            foreach (ReleasedSample sample in await JoinAsync(batch, cancellationToken))
                yield return sample;
        }
    }

    private async Task<IEnumerable<ReleasedSample>> JoinAsync(IReadOnlyList<ReleaseRow> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return [];
        IReadOnlyList<Versioned<Sample>> found = await samples.FindManyAsync(
            [.. batch.Select(row => row.SampleId).Concat(batch.Select(row => row.RejectedId).OfType<string>()).Distinct()], cancellationToken);
        Dictionary<string, Sample> byId = found.ToDictionary(sample => sample.Document.Id, sample => sample.Document);
        // A copy: the caller's list is used again. A sample that is gone was erased, and its row is withdrawn with it.
        return
        [
            .. batch.Where(row => byId.ContainsKey(row.SampleId))
                .Select(row => new ReleasedSample(row, byId[row.SampleId], SampleText.Dialogue(byId[row.SampleId].Assignment, packs), RefusedOf(row))),
        ];

        Sample? RefusedOf(ReleaseRow row) => row.RejectedId is { } id ? byId.GetValueOrDefault(id) : null;
    }
}
