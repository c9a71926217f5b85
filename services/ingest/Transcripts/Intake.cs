using System.Diagnostics;
using DialInsight.Client.Transcripts;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Preparing;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Facts;
using DialInsight.Ingest.Deduplication;
using DialInsight.Ingest.Pseudonymising;

namespace DialInsight.Ingest.Transcripts;

/// <summary>
/// Takes records in: one reader parses, all cores prepare, one writer keeps each conversation once, batch by batch in the order of the records, so that which
/// of two alike came first does not depend on luck. Memory is bounded by the batches on their way, whatever the request's size.
/// </summary>
internal sealed class Intake(FactLog<TranscriptDocument> transcripts, IDomainPacks packs, TranscriptPseudonyms pseudonyms, NearDuplicates nearDuplicates, TimeProvider time)
{
    // Enough that no core waits while a batch goes to the disk.
    private static readonly int s_batchesAhead = Environment.ProcessorCount + 2;

    /// <summary>Takes all records in. What is kept when it ends early stays, and taking the same in again goes on from there.</summary>
    public async Task TakeAsync(IAsyncEnumerable<ParsedRecord> records, ConversationDefaults defaults, AnswerSpool answer, CancellationToken cancellationToken)
    {
        var preparer = new ConversationPreparer(packs, await pseudonyms.OpenAsync(cancellationToken));
        IAsyncEnumerable<TakenRecord[]> batches = InOrder.SelectAsync(
            RecordBatches.OfAsync(records, cancellationToken), batch => Prepare(preparer, batch, defaults), s_batchesAhead, cancellationToken);
        int next = 0;
        try
        {
            await foreach (TakenRecord[] batch in batches)
            {
                await KeepAsync(batch, answer, cancellationToken);
                next = batch[^1].Position.Index + 1;
            }
        }
        catch (RequestOverLimitException refused)
        {
            answer.Add(new RejectedRecord(next, null, null, refused.Message));
        }
    }

    private static TakenRecord[] Prepare(ConversationPreparer preparer, IReadOnlyList<ParsedRecord> batch, ConversationDefaults defaults)
    {
        long started = Stopwatch.GetTimestamp();
        TakenRecord[] prepared = [.. batch.Select(record => new TakenRecord(record.Position, record.Conversation?.Id, preparer.Prepare(record, defaults)))];
        IntakeStages.Worked(IntakeStages.Prepare, started);
        return prepared;
    }

    private async Task KeepAsync(TakenRecord[] batch, AnswerSpool answer, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        DateTimeOffset now = time.GetUtcNow();
        TranscriptDocument[] documents = [.. batch.Select(record => record.Preparation.Conversation).OfType<PreparedConversation>().Select(kept => TranscriptTelemetry.Begin(TranscriptDocument.Of(kept, now)))];
        using NearDuplicateFindings near = await nearDuplicates.FindAsync(documents, cancellationToken);
        IntakeStages.Worked(IntakeStages.Compare, started);
        started = Stopwatch.GetTimestamp();
        IReadOnlyList<bool> inserted = await InsertAsync(documents, near, cancellationToken);
        Dictionary<string, TranscriptDocument> known = await KnownAsync(documents, inserted, cancellationToken);
        int next = 0;
        foreach (TakenRecord record in batch)
        {
            if (record.Preparation.Conversation is null)
            {
                answer.Add(new RejectedRecord(record.Position.Index, record.Position.Line, record.Position.File, record.Preparation.Refusal!));
                continue;
            }

            foreach (PreparationNote note in record.Preparation.Notes)
                answer.Add(note.Kind, note.Value);
            TranscriptDocument document = documents[next];
            if (known.GetValueOrDefault(document.Id)?.ErasureNotice() is { } notice)
                answer.Add(new RejectedRecord(record.Position.Index, record.Position.Line, record.Position.File, notice));
            else if (near[next] is { } repeated)
                answer.Add(new DuplicateRecord(record.RecordId ?? document.Origin, record.Position.Index, repeated.Of, repeated.Similarity));
            else if (inserted[next] || known[document.Id].Origin == document.Origin)
                answer.Add(new AcceptedRecord(document.Id, record.Position.Index, record.RecordId));
            else
                answer.Add(new DuplicateRecord(record.RecordId ?? document.Origin, record.Position.Index, document.Id, 1));
            next++;
        }

        IntakeStages.Worked(IntakeStages.Store, started);
    }

    /// <summary>Whether each was inserted. Near duplicates are not: what they repeat stands for them.</summary>
    private async Task<IReadOnlyList<bool>> InsertAsync(TranscriptDocument[] documents, NearDuplicateFindings near, CancellationToken cancellationToken)
    {
        TranscriptDocument[] wanted = [.. documents.Where((_, index) => near[index] is null)];
        if (wanted.Length == 0)
            return new bool[documents.Length];
        var inserted = new Queue<bool>(await transcripts.InsertManyAsync(wanted, cancellationToken));
        return [.. documents.Select((_, index) => near[index] is null && inserted.Dequeue())];
    }

    /// <summary>Those that are there already: the same record again is a repetition, another one a duplicate, and one that was erased is not taken in again.</summary>
    private async Task<Dictionary<string, TranscriptDocument>> KnownAsync(TranscriptDocument[] documents, IReadOnlyList<bool> inserted, CancellationToken cancellationToken)
    {
        string[] known = [.. documents.Where((_, index) => !inserted[index]).Select(document => document.Id).Distinct()];
        return known.Length == 0
            ? []
            : (await transcripts.Collection.FindManyAsync(known, cancellationToken)).ToDictionary(found => found.Document.Id, found => found.Document);
    }

    /// <summary>A record on its way: the words that it was parsed into are gone.</summary>
    private sealed record TakenRecord(RecordPosition Position, string? RecordId, Preparation Preparation);
}
