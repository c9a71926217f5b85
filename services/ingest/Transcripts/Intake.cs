using DialInsight.Client.Transcripts;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Preparing;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Facts;
using DialInsight.Ingest.Pseudonymising;
using DialInsight.Storage;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Takes parsed records in: prepares them, keeps each conversation once, and answers for every record.</summary>
internal sealed class Intake(FactLog<TranscriptDocument> transcripts, IDomainPacks packs, TranscriptPseudonyms pseudonyms, TimeProvider time)
{
    private const int BatchSize = 256;

    /// <summary>Takes all records in, batch by batch as they are read.</summary>
    public async Task<IngestAnswer> TakeAsync(IAsyncEnumerable<ParsedRecord> records, ConversationDefaults defaults, CancellationToken cancellationToken)
    {
        var preparer = new ConversationPreparer(packs, await pseudonyms.OpenAsync(cancellationToken));
        var answer = new IngestAnswer(new List<AcceptedRecord>(), new List<DuplicateRecord>(), new List<RejectedRecord>());
        var batch = new List<(ParsedRecord Record, TranscriptDocument Transcript)>(BatchSize);
        var taken = new HashSet<string>();
        await foreach (ParsedRecord record in records.WithCancellation(cancellationToken))
        {
            (PreparedConversation? conversation, string? refusal) = preparer.Prepare(record, defaults);
            if (conversation is null)
                Add(answer.Rejected, new RejectedRecord(record.Position.Index, record.Position.Line, record.Position.File, refusal!));
            else
                batch.Add((record, TranscriptDocument.Of(conversation, time.GetUtcNow())));

            if (batch.Count == BatchSize)
                await KeepAsync(batch, taken, answer, cancellationToken);
        }

        await KeepAsync(batch, taken, answer, cancellationToken);
        return answer with { Kept = await transcripts.Collection.CountAsync(Query.All, cancellationToken) };
    }

    private async Task KeepAsync(
        List<(ParsedRecord Record, TranscriptDocument Transcript)> batch, HashSet<string> taken, IngestAnswer answer, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return;

        IReadOnlyList<bool> inserted = await transcripts.InsertManyAsync([.. batch.Select(item => item.Transcript)], cancellationToken);
        Dictionary<string, string> firstOrigins = await OriginsAsync(batch, inserted, cancellationToken);
        for (int index = 0; index < batch.Count; index++)
        {
            (ParsedRecord record, TranscriptDocument transcript) = batch[index];
            string? recordId = record.Conversation!.Id;
            bool first = inserted[index] || firstOrigins[transcript.Id] == transcript.Origin;
            if (first && taken.Add(transcript.Id))
                Add(answer.Accepted, new AcceptedRecord(transcript.Id, record.Position.Index, recordId));
            else
                Add(answer.Duplicates, new DuplicateRecord(recordId ?? transcript.Origin, record.Position.Index, transcript.Id, 1));
        }

        batch.Clear();
    }

    private async Task<Dictionary<string, string>> OriginsAsync(
        List<(ParsedRecord Record, TranscriptDocument Transcript)> batch, IReadOnlyList<bool> inserted, CancellationToken cancellationToken)
    {
        string[] known = [.. batch.Where((_, index) => !inserted[index]).Select(item => item.Transcript.Id).Distinct()];
        return known.Length == 0
            ? []
            : (await transcripts.Collection.FindManyAsync(known, cancellationToken)).ToDictionary(found => found.Document.Id, found => found.Document.Origin);
    }

    private static void Add<T>(IReadOnlyList<T> list, T item) => ((List<T>)list).Add(item);
}
