using DialInsight.Hosting.Erasure;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.PromptAssembly.Transcripts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Erasure;

/// <summary>
/// Removes a transcript and the requests that quote it, and fails the attempts that it gave: their slots are filled with the next candidates while the run
/// lives, and left short when it is over.
/// </summary>
internal sealed class TranscriptEraser(PromptAssemblyStore store, TranscriptPool transcripts, VerdictReceiver receiver) : ITranscriptEraser
{
    public async Task<IReadOnlyDictionary<string, long>> EraseAsync(string transcriptId, CancellationToken cancellationToken)
    {
        Query quoting = Query.All.Where("transcript", transcriptId);
        bool known = await transcripts.EraseAsync(transcriptId, cancellationToken);
        long requests = await store.Requests.DeleteWhereAsync(quoting, cancellationToken);
        long attempts = 0;
        await foreach (Versioned<AttemptDocument> attempt in store.Attempts.StreamAsync(quoting, cancellationToken))
        {
            if (attempt.Document.Revision == int.MaxValue)
                continue;
            await receiver.ReceiveAsync(Verdict.ErasureOf(attempt.Document.Id), cancellationToken);
            attempts++;
        }

        return new Dictionary<string, long> { ["transcripts"] = known ? 1 : 0, ["requests"] = requests, ["attempts"] = attempts };
    }
}
