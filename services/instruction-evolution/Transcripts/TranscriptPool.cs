using DialInsight.Contracts.Ingest;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Transcripts;

/// <summary>The transcripts that batches draw from.</summary>
internal sealed class TranscriptPool(InstructionEvolutionStore store)
{
    /// <summary>Keeps a transcript unless it, or its tombstone, is there.</summary>
    public Task AddAsync(TranscriptIngested fact, CancellationToken cancellationToken) =>
        store.Transcripts.InsertAsync(
            new TranscriptDocument { Id = fact.TranscriptId, Scenario = fact.Scenario, Language = fact.Language, Turns = fact.Turns },
            cancellationToken);

    /// <summary>Replaces a transcript by its tombstone. True when there was one.</summary>
    public async Task<bool> EraseAsync(string id, CancellationToken cancellationToken)
    {
        bool known = await FindAsync(id, cancellationToken) is not null;
        await store.Transcripts.UpsertAsync(
            new TranscriptDocument { Id = id, Scenario = "", Language = "", Turns = [], Erased = true }, cancellationToken);
        return known;
    }

    /// <summary>A transcript, or null where there is none or only its tombstone.</summary>
    public async Task<TranscriptDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Versioned<TranscriptDocument>? found = await store.Transcripts.FindAsync(id, cancellationToken);
        return found is { Document.Erased: false } ? found.Document : null;
    }

    /// <summary>Those of the ids that have arrived, in the given order; a tombstone has arrived too.</summary>
    public async Task<IReadOnlyList<TranscriptDocument>> ArrivedAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        Dictionary<string, TranscriptDocument> found = (await store.Transcripts.FindManyAsync(ids, cancellationToken))
            .ToDictionary(transcript => transcript.Document.Id, transcript => transcript.Document);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>The first <paramref name="count"/> transcripts of a scenario in a language, by id.</summary>
    public async Task<IReadOnlyList<string>> FirstAsync(string scenario, string language, int count, CancellationToken cancellationToken)
    {
        Query query = Query.All.Where("pool", TranscriptDocument.PoolOf(scenario, language));
        Page<TranscriptDocument> page = await store.Transcripts.PageAsync(query, cursor: null, count, cancellationToken);
        return [.. page.Items.Select(transcript => transcript.Document.Id)];
    }
}
