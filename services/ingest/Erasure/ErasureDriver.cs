using DialInsight.Client.Erasures;
using DialInsight.Hosting;
using DialInsight.Hosting.Facts;
using DialInsight.Ingest.Deduplication;
using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;

namespace DialInsight.Ingest.Erasure;

/// <summary>
/// Brings open erasures to their end: turns the subject's transcripts into tombstones, which tells the other services, and closes the erasure when all of
/// them have answered. Every step is a document, so that whoever looks next goes on where a killed process stood.
/// </summary>
internal sealed class ErasureDriver(
    ErasureStore store,
    FactLog<TranscriptDocument> transcripts,
    IEnumerable<ITranscriptTrace> traces,
    Duplicates duplicates,
    TimeProvider time,
    ILogger<ErasureDriver> logger)
    : Reconciler(TimeSpan.FromMilliseconds(500), time, logger)
{
    private const int ErasedAtOnce = 16;
    private const int NudgedAtOnce = 200;
    private static readonly TimeSpan s_longestNudge = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = time;

    protected override async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        await foreach (Versioned<ErasureDocument> erasure in store.Erasures.StreamAsync(Query.All.Where("state", ErasureState.Open), cancellationToken))
        {
            await duplicates.RemoveAsync(erasure.Document.Subject, cancellationToken);
            await EraseAsync(erasure.Document, cancellationToken);
            if (!await TryCloseAsync(erasure, cancellationToken) && erasure.Document.NudgeAt <= _time.GetUtcNow())
                await NudgeAsync(erasure, cancellationToken);
        }
    }

    private Task EraseAsync(ErasureDocument erasure, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        transcripts.Collection.StreamAsync(Query.All.Where("subject", erasure.Subject), cancellationToken),
        new ParallelOptions { MaxDegreeOfParallelism = ErasedAtOnce, CancellationToken = cancellationToken },
        async (transcript, token) =>
        {
            foreach (ITranscriptTrace trace in traces)
                await trace.RemoveAsync(transcript.Document, token);
            // One that was written meanwhile is found again in the next round.
            await transcripts.ReplaceAsync(transcript.Document.Erased(erasure.Id, _time.GetUtcNow()), transcript.Version, token);
        });

    private async Task<bool> TryCloseAsync(Versioned<ErasureDocument> erasure, CancellationToken cancellationToken)
    {
        string id = erasure.Document.Id;
        if (await transcripts.Collection.CountAsync(Query.All.Where("subject", erasure.Document.Subject), cancellationToken) > 0
            || await duplicates.AnyOfAsync(erasure.Document.Subject, cancellationToken))
        {
            return false;
        }

        long erased = await transcripts.Collection.CountAsync(Query.All.Where("erasure", id), cancellationToken);
        IReadOnlyDictionary<string, long> answers = await store.Answers.CountByAsync(Query.All.Where("erasure", id), "service", cancellationToken);
        if (ErasingServices.Names.Any(service => answers.GetValueOrDefault(service) < erased))
            return false;

        ErasureDocument applied = erasure.Document with { State = ErasureState.Applied, AppliedAt = _time.GetUtcNow() };
        return await store.Erasures.ReplaceAsync(applied, erasure.Version, cancellationToken);
    }

    /// <summary>Tells again of the transcripts that some service has not answered for: its queue may not have been there yet.</summary>
    private async Task NudgeAsync(Versioned<ErasureDocument> erasure, CancellationToken cancellationToken)
    {
        TimeSpan pause = Erasures.FirstNudge * Math.Pow(2, Math.Min(erasure.Document.Nudges, 10));
        ErasureDocument nudged = erasure.Document with
        {
            Nudges = erasure.Document.Nudges + 1,
            NudgeAt = _time.GetUtcNow() + (pause < s_longestNudge ? pause : s_longestNudge),
        };
        if (!await store.Erasures.ReplaceAsync(nudged, erasure.Version, cancellationToken))
            return;

        int told = 0;
        await foreach (Versioned<TranscriptDocument> tombstone in transcripts.Collection.StreamAsync(Query.All.Where("erasure", erasure.Document.Id), cancellationToken))
        {
            string[] answers = [.. ErasingServices.Names.Select(service => ServiceAnswer.IdOf(service, tombstone.Document.Id))];
            if ((await store.Answers.FindManyAsync(answers, cancellationToken)).Count == answers.Length)
                continue;
            await transcripts.PublishAsync(tombstone.Document, cancellationToken);
            if (++told == NudgedAtOnce)
                return;
        }
    }
}
