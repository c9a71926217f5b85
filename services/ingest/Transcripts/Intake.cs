using DialInsight.Client.Transcripts;
using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Facts;
using DialInsight.Ingest.Normalising;
using DialInsight.Ingest.Parsing;
using DialInsight.Ingest.Pseudonymising;
using DialInsight.Pseudonyms;
using DialInsight.Storage;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Takes parsed records in: normalises, finds scenario and language, replaces personal data, keeps each conversation once, and answers for every record.</summary>
internal sealed class Intake(FactLog<TranscriptDocument> transcripts, IDomainPacks packs, TranscriptPseudonyms pseudonyms, TimeProvider time)
{
    private const int BatchSize = 256;

    /// <summary>Takes all records in, batch by batch as they are read.</summary>
    public async Task<IngestAnswer> TakeAsync(IAsyncEnumerable<ParsedRecord> records, IngestDefaults defaults, CancellationToken cancellationToken)
    {
        Pseudonymiser pseudonymiser = await pseudonyms.OpenAsync(cancellationToken);
        var answer = new IngestAnswer(new List<AcceptedRecord>(), new List<DuplicateRecord>(), new List<RejectedRecord>());
        var batch = new List<(ParsedRecord Record, TranscriptDocument Transcript)>(BatchSize);
        var taken = new HashSet<string>();
        await foreach (ParsedRecord record in records.WithCancellation(cancellationToken))
        {
            (TranscriptDocument? transcript, string? refusal) = record.Conversation is { } conversation
                ? Prepare(conversation, record.Position, defaults, pseudonymiser)
                : (null, record.Refusal);
            if (transcript is null)
                Add(answer.Rejected, new RejectedRecord(record.Position.Index, record.Position.Line, record.Position.File, refusal!));
            else
                batch.Add((record, transcript));

            if (batch.Count == BatchSize)
                await KeepAsync(batch, taken, answer, cancellationToken);
        }

        await KeepAsync(batch, taken, answer, cancellationToken);
        return answer with { Kept = await transcripts.Collection.CountAsync(Query.All, cancellationToken) };
    }

    private (TranscriptDocument? Transcript, string? Refusal) Prepare(
        ParsedConversation conversation, RecordPosition position, IngestDefaults defaults, Pseudonymiser pseudonymiser)
    {
        DomainPack? pack = defaults.Domain is null ? null : packs.Find(defaults.Domain);
        IReadOnlyList<Turn> turns = Normaliser.Normalise(conversation.Turns, pack);
        if (turns.Count == 0)
            return (null, "no turn has any words");

        string language = LanguageTag.Primary(conversation.Language) ?? LanguageTag.Primary(defaults.Language) ?? LanguageDetector.Detect(string.Join('\n', turns.Select(turn => turn.Text)));
        (string? domain, string scenario, ScenarioOrigin origin) = ScenarioMatch.Find(
            packs, defaults.Domain, conversation.Scenario ?? defaults.Scenario, language, turns);

        // Where the request named no domain, the scenario's pack tells the roles.
        if (pack is null && domain is not null)
            turns = Normaliser.Normalise(conversation.Turns, packs.Find(domain));

        (IReadOnlyList<Turn> replaced, IReadOnlyDictionary<string, int> counts) = TranscriptPseudonyms.Replace(
            pseudonymiser, turns, language, pack ?? (domain is null ? null : packs.Find(domain)));
        string? source = conversation.Source ?? defaults.Source;
        return (
            new TranscriptDocument
            {
                Id = TranscriptDocument.IdOf(turns, pseudonymiser),
                Origin = $"{source}/{position.File}#{conversation.Id ?? $"{position.Index}"}",
                Domain = domain,
                Scenario = scenario,
                ScenarioOrigin = origin,
                GivenScenario = conversation.Scenario ?? defaults.Scenario,
                Channel = ChannelMatch.Find(packs, domain, conversation.Channel ?? defaults.Channel),
                Language = language,
                Script = language == "zh" ? ChineseScript.Of(turns) : null,
                Encoding = conversation.Encoding,
                Source = source,
                Subject = conversation.Subject ?? defaults.Subject,
                Turns = replaced,
                Pseudonyms = counts,
                IngestedAt = time.GetUtcNow(),
            },
            null);
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
