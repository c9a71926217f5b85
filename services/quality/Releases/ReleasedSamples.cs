using System.Runtime.CompilerServices;
using DialInsight.DomainPacks.Packs;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>Reads releases row by row, some hundred samples at a time; while these are worked on, the next are read.</summary>
internal sealed class ReleasedSamples(IDocumentCollection<ReleaseRow> rows, IDocumentCollection<Sample> samples, IDomainPacks packs)
{
    // A power of two: stores pad longer lists of ids to one.
    private const int Batch = 128;

    /// <summary>The rows of a release with their samples, in release order.</summary>
    public IAsyncEnumerable<ReleasedSample> StreamAsync(string release, CancellationToken cancellationToken) =>
        StreamAsync(ReleaseRow.Of(release), part: null, cancellationToken);

    /// <summary>The rows of a query with their samples, in its order.</summary>
    /// <param name="query">The query.</param>
    /// <param name="part">The part of the split that is wanted; null for all of them. Rows that do not know their part come too.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<ReleasedSample> StreamAsync(Query query, string? part, CancellationToken cancellationToken) =>
        OneByOneAsync(AheadAsync(RowsAsync(query, part, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>Given rows with their samples, in the order given.</summary>
    public IAsyncEnumerable<ReleasedSample> StreamAsync(IReadOnlyList<ReleaseRow> given, CancellationToken cancellationToken) =>
        OneByOneAsync(StreamBatchesAsync(given, cancellationToken), cancellationToken);

    /// <summary>The rows of a release with their samples, in release order, some hundred at a time.</summary>
    public IAsyncEnumerable<IReadOnlyList<ReleasedSample>> StreamBatchesAsync(string release, CancellationToken cancellationToken) =>
        AheadAsync(RowsAsync(ReleaseRow.Of(release), part: null, cancellationToken), cancellationToken);

    /// <summary>Given rows with their samples, in the order given, some hundred at a time.</summary>
    public IAsyncEnumerable<IReadOnlyList<ReleasedSample>> StreamBatchesAsync(IReadOnlyList<ReleaseRow> given, CancellationToken cancellationToken) =>
        AheadAsync(given.Chunk(Batch).ToAsyncEnumerable(), cancellationToken);

    private static async IAsyncEnumerable<ReleasedSample> OneByOneAsync(
        IAsyncEnumerable<IReadOnlyList<ReleasedSample>> batches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<ReleasedSample> batch in batches.WithCancellation(cancellationToken))
        {
            foreach (ReleasedSample sample in batch)
                yield return sample;
        }
    }

    private async IAsyncEnumerable<ReleaseRow[]> RowsAsync(Query query, string? part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ReleaseRow>(Batch);
        await foreach (Versioned<ReleaseRow> row in rows.StreamAsync(query, cancellationToken))
        {
            if (part is not null && row.Document.Part is { } known && known != part)
                continue;
            batch.Add(row.Document);
            if (batch.Count < Batch)
                continue;
            yield return [.. batch];
            batch.Clear();
        }

        if (batch.Count > 0)
            yield return [.. batch];
    }

    /// <summary>Joins each batch while the one before it is worked on.</summary>
    private async IAsyncEnumerable<IReadOnlyList<ReleasedSample>> AheadAsync(IAsyncEnumerable<ReleaseRow[]> batches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<ReleasedSample>>? next = null;
        try
        {
            await foreach (ReleaseRow[] batch in batches.WithCancellation(cancellationToken))
            {
                IReadOnlyList<ReleasedSample>? read = next is null ? null : await next;
                next = Task.Run(() => JoinAsync(batch, cancellationToken), cancellationToken);
                if (read is not null)
                    yield return read;
            }

            if (next is not null)
                yield return await next;
        }
        finally
        {
            // Whoever wants no more leaves no reader behind.
            if (next is not null)
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<IReadOnlyList<ReleasedSample>> JoinAsync(ReleaseRow[] batch, CancellationToken cancellationToken)
    {
        IReadOnlyList<Versioned<Sample>> found = await samples.FindManyAsync(
            [.. batch.Select(row => row.SampleId).Concat(batch.Select(row => row.RejectedId).OfType<string>()).Distinct()], cancellationToken);
        Dictionary<string, Sample> byId = found.ToDictionary(sample => sample.Document.Id, sample => sample.Document);
        // A sample that is gone was erased, and its row is withdrawn with it.
        return
        [
            .. batch.Where(row => byId.ContainsKey(row.SampleId))
                .Select(row => new ReleasedSample(row, byId[row.SampleId], SampleText.Dialogue(byId[row.SampleId].Assignment, packs), RefusedOf(row))),
        ];

        Sample? RefusedOf(ReleaseRow row) => row.RejectedId is { } id ? byId.GetValueOrDefault(id) : null;
    }
}
