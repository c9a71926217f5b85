using DialInsight.LanguageModels.Embeddings;
using DialInsight.Storage;

namespace DialInsight.LanguageModels.Answers;

/// <summary>
/// The answers in the database <c>language-models</c>. Answers that were cut off or refused are kept as well: the same request would buy the same again,
/// while another draw is another request.
/// </summary>
internal sealed class AnswerCache : IAnswerCache
{
    /// <summary>The database that every service which calls a model opens.</summary>
    public const string Database = "language-models";

    private readonly IDocumentCollection<CachedAnswer> _answers;
    private readonly IDocumentCollection<Quotation> _quotations;
    private readonly IDocumentCollection<ErasedTranscript> _erased;
    private readonly IDocumentCollection<KeptVector> _vectors;
    private readonly TimeProvider _time;

    public AnswerCache(IDocumentStoreFactory stores, TimeProvider time)
    {
        IDocumentStore store = stores.Open(Database);
        _answers = store.Collection(CachedAnswer.Collection);
        _quotations = store.Collection(Quotation.Collection);
        _erased = store.Collection(ErasedTranscript.Collection);
        _vectors = store.Collection(KeptVector.Collection);
        _time = time;
    }

    /// <summary>The answer with this key, or null.</summary>
    public async Task<CachedAnswer?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await _answers.FindAsync(key, cancellationToken))?.Document;

    /// <summary>Keeps an answer unless a transcript that it quotes was erased, or another process kept one first.</summary>
    /// <returns>The answer that is kept under this key: another process's where that came first.</returns>
    public async Task<CachedAnswer> KeepAsync(string key, ModelAnswer answer, ModelRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> transcripts = request.Transcripts;
        var cached = new CachedAnswer
        {
            Key = key,
            Text = answer.Text,
            Model = answer.Model,
            Stop = answer.Stop,
            LogProbabilities = answer.LogProbabilities,
            Spend = answer.Spend,
            At = _time.GetUtcNow(),
            Transcript = transcripts.Count > 0 ? transcripts[0] : null,
            Work = request.Work,
        };
        // The answer comes after all that finds it, and the tombstones are read after the answer: an erasure either sees the answer or is seen here.
        if (transcripts.Count > 1)
            await _quotations.InsertManyAsync([.. transcripts.Skip(1).Distinct(StringComparer.Ordinal).Select(transcript => new Quotation(transcript, key))], cancellationToken);
        bool isFirst = await _answers.InsertAsync(cached, cancellationToken);
        if (await IsErasedAsync(transcripts, cancellationToken))
            await ForgetAsync(key, transcripts, cancellationToken);
        else if (!isFirst)
            return await FindAsync(key, cancellationToken) ?? cached;
        return cached;
    }

    private async Task ForgetAsync(string key, IReadOnlyList<string> transcripts, CancellationToken cancellationToken)
    {
        await _answers.DeleteAsync(key, cancellationToken);
        foreach (string transcript in transcripts.Skip(1))
            await _quotations.DeleteAsync(Quotation.IdOf(transcript, key), cancellationToken);
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
        return removed + await _vectors.DeleteWhereAsync(quoting, cancellationToken);
    }

    /// <summary>Removes what is older than this, and the oldest of what is more than so much. Answers how many.</summary>
    public async Task<long> PruneAsync(DateTimeOffset? olderThan, int most, CancellationToken cancellationToken)
    {
        long removed = olderThan is { } limit ? await _answers.DeleteWhereAsync(Query.All.Before("at", limit), cancellationToken) : 0;
        long surplus = await _answers.CountAsync(Query.All, cancellationToken) - most;
        if (surplus <= 0)
            return removed;
        List<string> oldest = [];
        await foreach (Versioned<CachedAnswer> answer in _answers.StreamAsync(Query.All.OrderBy("at").Take((int)Math.Min(surplus, int.MaxValue)), cancellationToken))
            oldest.Add(answer.Document.Key);
        foreach (string key in oldest)
            removed += await _answers.DeleteAsync(key, cancellationToken) ? 1 : 0;
        return removed;
    }

    private async Task<bool> IsErasedAsync(IReadOnlyList<string> transcripts, CancellationToken cancellationToken) => transcripts.Count switch
    {
        0 => false,
        1 => await _erased.FindAsync(transcripts[0], cancellationToken) is not null,
        _ => (await _erased.FindManyAsync(transcripts, cancellationToken)).Count > 0,
    };
}
