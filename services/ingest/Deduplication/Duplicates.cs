using DialInsight.Ingest.Erasure;
using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;

namespace DialInsight.Ingest.Deduplication;

/// <summary>The records that were not kept because they repeat transcripts, to be counted.</summary>
internal sealed class Duplicates(IDocumentStoreFactory stores) : ITranscriptTrace
{
    private readonly IDocumentCollection<DuplicateDocument> _duplicates = stores.Open(IngestModule.Database).Collection(DuplicateDocument.Definition);

    /// <summary>Remembers them; those that are known stay as they are.</summary>
    public Task AddAsync(IReadOnlyList<DuplicateDocument> duplicates, CancellationToken cancellationToken) =>
        duplicates.Count == 0 ? Task.CompletedTask : _duplicates.InsertManyAsync(duplicates, cancellationToken);

    /// <summary>Those that repeat a transcript: how many, and the latest of them.</summary>
    public async Task<TranscriptDuplicates> OfAsync(TranscriptDocument transcript, CancellationToken cancellationToken)
    {
        Query query = Query.All.Where("of", transcript.Id);
        Page<DuplicateDocument> latest = await _duplicates.PageAsync(query.OrderBy("ingestedAt", descending: true), cursor: null, TranscriptDuplicates.Most, cancellationToken);
        long count = latest.NextCursor is null ? latest.Items.Count : await _duplicates.CountAsync(query, cancellationToken);
        return new TranscriptDuplicates(count, [.. latest.Items.Select(found => TranscriptDuplicate.Of(found.Document))]);
    }

    /// <summary>How many there are, by kind.</summary>
    public Task<IReadOnlyDictionary<string, long>> CountAsync(TranscriptFilter filter, CancellationToken cancellationToken) =>
        _duplicates.CountByAsync(filter.On(Query.All), "kind", cancellationToken);

    /// <summary>Whether any is about a subject.</summary>
    public async Task<bool> AnyOfAsync(string subject, CancellationToken cancellationToken) =>
        await _duplicates.CountAsync(Query.All.Where("subject", subject), cancellationToken) > 0;

    /// <summary>Forgets those about a subject.</summary>
    public Task RemoveAsync(string subject, CancellationToken cancellationToken) => _duplicates.DeleteWhereAsync(Query.All.Where("subject", subject), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(TranscriptDocument transcript, CancellationToken cancellationToken) =>
        _duplicates.DeleteWhereAsync(Query.All.Where("of", transcript.Id), cancellationToken);
}
