using DialInsight.Client.Erasures;
using DialInsight.Hosting.Facts;
using DialInsight.Ingest.Deduplication;
using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;

namespace DialInsight.Ingest.Erasure;

/// <summary>Opens erasures.</summary>
internal sealed class Erasures(ErasureStore store, FactLog<TranscriptDocument> transcripts, Duplicates duplicates, TimeProvider time)
{
    /// <summary>How long nothing may be heard of a service before it is told again.</summary>
    public static readonly TimeSpan FirstNudge = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The erasure of a subject: the open one, or a new one where something of the subject is there, or else the last one. Null where nothing was ever kept of
    /// the subject.
    /// </summary>
    public async Task<ErasureDocument?> RequestAsync(string subject, string requestedBy, CancellationToken cancellationToken)
    {
        while (true)
        {
            ErasureDocument? last = await LastAsync(subject, cancellationToken);
            if (last is { State: ErasureState.Open } || !await HoldsAsync(subject, cancellationToken))
                return last;

            DateTimeOffset now = time.GetUtcNow();
            var erasure = new ErasureDocument
            {
                Id = ErasureDocument.IdOf(subject, await store.Erasures.CountAsync(Query.All.Where("subject", subject), cancellationToken)),
                Subject = subject,
                RequestedBy = requestedBy,
                RequestedAt = now,
                NudgeAt = now + FirstNudge,
            };
            // Of two requests at once one opens it, and the other finds it open.
            if (await store.Erasures.InsertAsync(erasure, cancellationToken))
                return erasure;
        }
    }

    /// <summary>Whether anything is kept of a subject: a transcript, or that one of them was sent again.</summary>
    private async Task<bool> HoldsAsync(string subject, CancellationToken cancellationToken) =>
        await transcripts.Collection.CountAsync(Query.All.Where("subject", subject), cancellationToken) > 0 || await duplicates.AnyOfAsync(subject, cancellationToken);

    private async Task<ErasureDocument?> LastAsync(string subject, CancellationToken cancellationToken)
    {
        Page<ErasureDocument> page = await store.Erasures.PageAsync(
            Query.All.Where("subject", subject).OrderBy("requestedAt", descending: true), cursor: null, size: 1, cancellationToken);
        return page.Items.Count == 0 ? null : page.Items[0].Document;
    }
}
