using DialInsight.Contracts;
using DialInsight.Ingest.Erasure;
using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;
using DialInsight.TextAnalysis.NearDuplicates;
using Microsoft.Extensions.Options;

namespace DialInsight.Ingest.Deduplication;

/// <summary>
/// Finds conversations that nearly repeat one that is kept. What is new is put into the index before it is stored: whoever is killed in between leaves an entry
/// that no transcript answers for, which does no harm, and never a transcript that is not found.
/// </summary>
internal sealed partial class NearDuplicates(
    IDocumentStoreFactory stores, IOptions<NearDuplicateSettings> settings, TimeProvider time, ILogger<NearDuplicates> logger) : ITranscriptTrace, IDisposable
{
    private const int RepairBatch = 256;
    private readonly SemaphoreSlim _one = new(1);
    private readonly IDocumentCollection<NearDuplicateSegment> _segments = stores.Open(IngestModule.Database).Collection(NearDuplicateSegment.Definition);
    private readonly IDocumentCollection<TranscriptDocument> _transcripts = stores.Open(IngestModule.Database).Collection(TranscriptDocument.Definition);
    private readonly Banding? _banding = settings.Value.Threshold is { } threshold ? Banding.For(threshold) : null;
    private NearDuplicateIndex? _index;

    /// <summary>A conversation as it is compared; null where near duplicates are kept. Pure, and most of the work: to be done on all cores.</summary>
    public ComparedTranscript? Compared(string id, IReadOnlyList<Turn> turns) => _banding is null ? null : new ComparedTranscript(id, turns, _banding);

    /// <summary>
    /// Finds the near duplicates of a batch: of what is kept, or of what stands earlier in the batch. The same batch again has the same answer.
    /// </summary>
    /// <param name="batch">What <see cref="Compared"/> made; null for what is not to be compared, which is all that is kept.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<NearDuplicateFindings> FindAsync(IReadOnlyList<ComparedTranscript?> batch, CancellationToken cancellationToken)
    {
        if (_banding is null)
            return new NearDuplicateFindings(new NearDuplicate?[batch.Count], null);
        await _one.WaitAsync(cancellationToken);
        try
        {
            NearDuplicateIndex index = await OpenAsync(_banding, cancellationToken);
            return new NearDuplicateFindings(await FindAsync(index, batch, _banding, cancellationToken), () => _one.Release());
        }
        catch
        {
            _one.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(TranscriptDocument transcript, CancellationToken cancellationToken)
    {
        // An index that is not in use is dropped rather than tended: it is made anew when it is wanted again.
        if (_banding is null)
        {
            await _segments.DeleteWhereAsync(Query.All, cancellationToken);
            return;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            NearDuplicateIndex index = await OpenAsync(_banding, cancellationToken);
            await index.RefreshAsync(cancellationToken);
            await index.RemoveAsync(new ComparedTranscript(transcript.Id, transcript.Turns, _banding).Indexed, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _one.Dispose();
        _index?.Dispose();
    }

    private async Task<IReadOnlyList<NearDuplicate?>> FindAsync(
        NearDuplicateIndex index, IReadOnlyList<ComparedTranscript?> batch, Banding banding, CancellationToken cancellationToken)
    {
        await index.RefreshAsync(cancellationToken);
        while (true)
        {
            var comparison = new BatchComparison(index, banding, _transcripts, time);
            IReadOnlyList<NearDuplicate?> duplicates = await comparison.CompareAsync(batch, cancellationToken);
            if (await index.TryAppendAsync(comparison.New, cancellationToken))
                return duplicates;
            await index.RefreshAsync(cancellationToken);
        }
    }

    private async Task<NearDuplicateIndex> OpenAsync(Banding banding, CancellationToken cancellationToken)
    {
        if (_index is not null)
            return _index;
        var index = new NearDuplicateIndex(_segments, banding, settings.Value.Held, time);
        try
        {
            await index.DeleteOthersAsync(cancellationToken);
            await index.RefreshAsync(cancellationToken);
            if (await _transcripts.CountAsync(TranscriptDocument.Kept, cancellationToken) > index.Count)
                await RepairAsync(index, banding, cancellationToken);
            return _index = index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>Puts in the transcripts that the index lacks: those taken in while near duplicates were kept, or under another threshold.</summary>
    private async Task RepairAsync(NearDuplicateIndex index, Banding banding, CancellationToken cancellationToken)
    {
        int before = index.Count;
        await foreach (Versioned<TranscriptDocument>[] some in ChunksAsync(cancellationToken))
        {
            ComparedTranscript[] compared = [.. some.Select(found => new ComparedTranscript(found.Document.Id, found.Document.Turns, banding))];
            do
                await index.RefreshAsync(cancellationToken);
            while (!await index.TryAppendAsync([.. compared.Select(transcript => transcript.Indexed).Where(transcript => !index.Contains(transcript))], cancellationToken));
        }

        if (index.Count > before)
            Repaired(index.Count - before);
    }

    private async IAsyncEnumerable<Versioned<TranscriptDocument>[]> ChunksAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Versioned<TranscriptDocument>> chunk = new(RepairBatch);
        await foreach (Versioned<TranscriptDocument> found in _transcripts.StreamAsync(TranscriptDocument.Kept, cancellationToken))
        {
            chunk.Add(found);
            if (chunk.Count < RepairBatch)
                continue;
            yield return [.. chunk];
            chunk.Clear();
        }

        yield return [.. chunk];
    }

    [LoggerMessage(LogLevel.Information, "The index of near duplicates lacked {Transcripts} transcripts and has them now.")]
    private partial void Repaired(int transcripts);
}
