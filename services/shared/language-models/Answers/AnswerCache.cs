using DialInsight.Storage;

namespace DialInsight.LanguageModels.Answers;

/// <summary>
/// The answers in the database <c>language-models</c>. Answers that were cut off or refused are kept as well: the same request would buy the same again,
/// while another draw is another request.
/// </summary>
internal sealed class AnswerCache : IAnswerCache
{
    private readonly IDocumentCollection<CachedAnswer> _answers;
    private readonly IDocumentCollection<Quotation> _quotations;
    private readonly IDocumentCollection<ErasedTranscript> _erased;
    private readonly TimeProvider _time;

    public AnswerCache(IDocumentStoreFactory stores, TimeProvider time)
    {
        IDocumentStore store = stores.Open("language-models");
        _answers = store.Collection(CachedAnswer.Collection);
        _quotations = store.Collection(Quotation.Collection);
        _erased = store.Collection(ErasedTranscript.Collection);
        _time = time;
    }

    /// <summary>The answer with this key, or null.</summary>
    public async Task<CachedAnswer?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await _answers.FindAsync(key, cancellationToken))?.Document;

    /// <summary>Keeps an answer unless a transcript that it quotes was erased, or another process kept one first.</summary>
    /// <returns>The answer that is kept under this key: another process's where that came first.</returns>
    public async Task<CachedAnswer> KeepAsync(string key, ModelAnswer answer, IReadOnlyList<string> transcripts, CancellationToken cancellationToken)
    {
        var cached = new CachedAnswer
        {
            Key = key,
            Text = answer.Text,
            Model = answer.Model,
            Stop = answer.Stop,
            Spend = answer.Spend,
            At = _time.GetUtcNow(),
            Transcript = transcripts.Count > 0 ? transcripts[0] : null,
        };
        if (await IsErasedAsync(transcripts, cancellationToken))
            return cached;
        // The answer comes after all that finds it, and the tombstones are read once more after the answer: an erasure either sees the answer or is seen here.
        if (transcripts.Count > 1)
            await _quotations.InsertManyAsync([.. transcripts.Skip(1).Distinct(StringComparer.Ordinal).Select(transcript => new Quotation(transcript, key))], cancellationToken);
        bool isFirst = await _answers.InsertAsync(cached, cancellationToken);
        if (await IsErasedAsync(transcripts, cancellationToken))
            await _answers.DeleteAsync(key, cancellationToken);
        else if (!isFirst)
            return await FindAsync(key, cancellationToken) ?? cached;
        return cached;
    }

    /// <inheritdoc/>
    public async Task<long> EraseTranscriptAsync(string transcriptId, CancellationToken cancellationToken)
    {
        await _erased.InsertAsync(new ErasedTranscript(transcriptId, _time.GetUtcNow()), cancellationToken);
        Query quoting = Query.All.Where("transcript", transcriptId);
        long removed = await _answers.DeleteWhereAsync(quoting, cancellationToken);
        await foreach (Versioned<Quotation> quotation in _quotations.StreamAsync(quoting, cancellationToken))
        {
            if (await _answers.DeleteAsync(quotation.Document.Answer, cancellationToken))
                removed++;
        }

        await _quotations.DeleteWhereAsync(quoting, cancellationToken);
        return removed;
    }

    private async Task<bool> IsErasedAsync(IReadOnlyList<string> transcripts, CancellationToken cancellationToken) => transcripts.Count switch
    {
        0 => false,
        1 => await _erased.FindAsync(transcripts[0], cancellationToken) is not null,
        _ => (await _erased.FindManyAsync(transcripts, cancellationToken)).Count > 0,
    };
}
