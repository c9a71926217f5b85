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
internal sealed partial class Intake(
    FactLog<TranscriptDocument> transcripts,
    IDomainPacks packs,
    TranscriptPseudonyms pseudonyms,
    NearDuplicates nearDuplicates,
    Duplicates duplicates,
    TimeProvider time,
    ILogger<Intake> logger)
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
        catch (RequestRefusedException refused)
        {
            answer.Add(new RejectedRecord(next, null, null, refused.Message));
        }
    }

    private TakenRecord[] Prepare(ConversationPreparer preparer, IReadOnlyList<ParsedRecord> batch, ConversationDefaults defaults)
    {
        long started = Stopwatch.GetTimestamp();
        TakenRecord[] prepared = [.. batch.Select(record => Prepare(preparer, record, defaults))];
        IntakeStages.Worked(IntakeStages.Prepare, started);
        return prepared;
    }

    private TakenRecord Prepare(ConversationPreparer preparer, ParsedRecord record, ConversationDefaults defaults)
    {
        Preparation preparation = TryPrepare(preparer, record, defaults);
        return new TakenRecord(
            record.Position, record.Conversation?.Id, preparation, preparation.Conversation is { } kept ? nearDuplicates.Compared(kept.Id, kept.Turns) : null);
    }

    /// <summary>Rules over words that nobody foresaw may break off: one record is refused then, rather than a request of thousands.</summary>
    private Preparation TryPrepare(ConversationPreparer preparer, ParsedRecord record, ConversationDefaults defaults)
    {
        try
        {
            return preparer.Prepare(record, defaults);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Its message may hold words of the conversation.
            LogBrokenOff(logger, record.Position.Index, record.Position.Line, fault.GetType().Name, fault.StackTrace);
            return ConversationPreparer.BrokenOff;
        }
    }

    private async Task KeepAsync(TakenRecord[] batch, AnswerSpool answer, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        DateTimeOffset now = time.GetUtcNow();
        TakenRecord[] usable = [.. batch.Where(record => record.Preparation.Conversation is not null)];
        TranscriptDocument[] documents = [.. usable.Select(record => TranscriptDocument.Of(record.Preparation.Conversation!, now))];
        Dictionary<string, TranscriptDocument> known = await KnownAsync(documents.Select(document => document.Id), cancellationToken);
        using NearDuplicateFindings near = await nearDuplicates.FindAsync([.. usable.Select((record, index) => known.ContainsKey(documents[index].Id) ? null : record.Compared)], cancellationToken);
        IntakeStages.Worked(IntakeStages.Compare, started);
        started = Stopwatch.GetTimestamp();
        IReadOnlyList<bool> inserted = await InsertAsync(documents, near, known, cancellationToken);
        List<DuplicateDocument> repeated = [];
        int next = 0;
        foreach (TakenRecord record in batch)
        {
            if (record.Preparation.Conversation is null)
            {
                answer.Add(record.Refused(record.Preparation.Refusal!));
                continue;
            }

            if (Answer(answer, record, documents[next], inserted[next], near[next], known.GetValueOrDefault(documents[next].Id)) is { } duplicate)
                repeated.Add(DuplicateDocument.From(documents[next], duplicate.DuplicateOf, duplicate.Similarity));
            next++;
        }

        await duplicates.AddAsync(repeated, cancellationToken);

        IntakeStages.Worked(IntakeStages.Store, started);
    }

    /// <summary>The same record again is a repetition, another one a duplicate, and one that was erased is not taken in again. Answers the duplicate that it is, if it is one.</summary>
    private static DuplicateRecord? Answer(AnswerSpool answer, TakenRecord record, TranscriptDocument document, bool isInserted, NearDuplicate? near, TranscriptDocument? known)
    {
        foreach (PreparationNote note in record.Preparation.Notes)
            answer.Add(note.Kind, note.Value);
        if (known?.ErasureNotice() is { } notice)
        {
            answer.Add(record.Refused(notice));
            return null;
        }

        if (near is null && (isInserted || known!.Origin == document.Origin))
        {
            answer.Add(new AcceptedRecord(document.Id, record.Position.Index, record.RecordId, Known: !isInserted));
            return null;
        }

        var duplicate = new DuplicateRecord(record.RecordId ?? document.Origin, record.Position.Index, near?.Of ?? document.Id, near?.Similarity ?? 1);
        answer.Add(duplicate);
        return duplicate;
    }

    /// <summary>
    /// Whether each was inserted. Near duplicates are not: what they repeat stands for them. What is known is told again instead, and what turns out to be there is known then:
    /// the same one twice in a batch, and what another request brought meanwhile.
    /// </summary>
    private async Task<IReadOnlyList<bool>> InsertAsync(
        TranscriptDocument[] documents, NearDuplicateFindings near, Dictionary<string, TranscriptDocument> known, CancellationToken cancellationToken)
    {
        foreach (TranscriptDocument stored in known.Values)
            transcripts.TellAgain(stored);
        int[] wanted = [.. Enumerable.Range(0, documents.Length).Where(index => near[index] is null && !known.ContainsKey(documents[index].Id))];
        var inserted = new bool[documents.Length];
        if (wanted.Length == 0)
            return inserted;
        IReadOnlyList<bool> answers = await transcripts.InsertManyAsync([.. wanted.Select(index => TranscriptTelemetry.Begin(documents[index]))], cancellationToken);
        for (int index = 0; index < wanted.Length; index++)
            inserted[wanted[index]] = answers[index];
        foreach (TranscriptDocument stored in (await KnownAsync(wanted.Where(index => !inserted[index]).Select(index => documents[index].Id), cancellationToken)).Values)
            known.Add(stored.Id, stored);
        return inserted;
    }

    /// <summary>Those that are there already.</summary>
    private async Task<Dictionary<string, TranscriptDocument>> KnownAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        string[] wanted = [.. ids.Distinct()];
        return wanted.Length == 0
            ? []
            : (await transcripts.Collection.FindManyAsync(wanted, cancellationToken)).ToDictionary(found => found.Document.Id, found => found.Document);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Record {Index}, line {Line}, could not be prepared: {Fault}{Place}")]
    private static partial void LogBrokenOff(ILogger logger, int index, int? line, string fault, string? place);

    /// <summary>A record on its way: the words that it was parsed into are gone.</summary>
    private sealed record TakenRecord(RecordPosition Position, string? RecordId, Preparation Preparation, ComparedTranscript? Compared)
    {
        public RejectedRecord Refused(string why) => new(Position.Index, Position.Line, Position.File, why);
    }
}
