using System.Diagnostics;
using System.Runtime.CompilerServices;
using DialInsight.Contracts.Ingest;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Transcripts;

/// <summary>The transcripts that runs draw from.</summary>
internal sealed class TranscriptPool(PromptAssemblyStore store, TimeProvider time)
{
    /// <summary>Keeps a transcript unless it, or its tombstone, is there.</summary>
    public Task AddAsync(TranscriptIngested fact, CancellationToken cancellationToken) =>
        store.Transcripts.InsertAsync(
            new TranscriptDocument
            {
                Id = fact.TranscriptId,
                Scenario = fact.Scenario,
                Language = fact.Language,
                Channel = fact.Channel,
                Source = fact.Source,
                Subject = fact.Subject,
                Turns = fact.Turns,
                Tokens = DialogueTokens.Of(fact.Turns),
                Trace = Activity.Current?.Id,
                ReceivedAt = time.GetUtcNow(),
            },
            cancellationToken);

    /// <summary>Replaces a transcript by its tombstone. True when there was one.</summary>
    public async Task<bool> EraseAsync(string id, CancellationToken cancellationToken)
    {
        bool known = await FindAsync(id, cancellationToken) is not null;
        await store.Transcripts.UpsertAsync(
            new TranscriptDocument
            {
                Id = id,
                Scenario = "",
                Language = "",
                Turns = [],
                ReceivedAt = time.GetUtcNow(),
                Erased = true,
            },
            cancellationToken);
        return known;
    }

    /// <summary>A transcript, or null where there is none or only its tombstone.</summary>
    public async Task<TranscriptDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Versioned<TranscriptDocument>? found = await store.Transcripts.FindAsync(id, cancellationToken);
        return found is { Document.Erased: false } ? found.Document : null;
    }

    /// <summary>Whether there is a tombstone in a transcript's place; reads none of its turns.</summary>
    public async Task<bool> IsErasedAsync(string id, CancellationToken cancellationToken) =>
        await store.Transcripts.CountAsync(Query.All.Where("id", id).Where("erased", true), cancellationToken) > 0;

    /// <summary>How many transcripts there are.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        store.Transcripts.CountAsync(Query.All.Where("erased", false), cancellationToken);

    /// <summary>When the newest one was received; null when there is none.</summary>
    public async Task<DateTimeOffset?> NewestAsync(CancellationToken cancellationToken)
    {
        Page<TranscriptDocument> newest = await store.Transcripts.PageAsync(
            Query.All.OrderBy("receivedAt", descending: true), cursor: null, size: 1, cancellationToken);
        return newest.Items.Count == 0 ? null : newest.Items[0].Document.ReceivedAt;
    }

    /// <summary>A scenario's transcripts in a language, in the order of their ids.</summary>
    public async IAsyncEnumerable<TranscriptDocument> StreamAsync(string scenario, string language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Query query = Query.All.Where("pool", TranscriptDocument.PoolOf(scenario, language));
        await foreach (Versioned<TranscriptDocument> transcript in store.Transcripts.StreamAsync(query, cancellationToken))
            yield return transcript.Document;
    }
}
