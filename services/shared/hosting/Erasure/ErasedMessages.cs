using DialInsight.Hosting.Failures;
using DialInsight.Storage;

namespace DialInsight.Hosting.Erasure;

/// <summary>Takes the words out of messages that could not be worked and are kept: they hold whole dialogues.</summary>
internal sealed class ErasedMessages(IDocumentStoreFactory stores)
{
    /// <summary>Blanks the kept messages of a transcript; answers how many.</summary>
    public async Task<long> EraseAsync(string service, string transcriptId, CancellationToken cancellationToken)
    {
        IDocumentCollection<MessageFailure> failures = stores.Open(service).Collection(FailureLog.Definition);
        long blanked = 0;
        await foreach (Versioned<MessageFailure> failure in failures.StreamAsync(Query.All.Where("transcript", transcriptId), cancellationToken))
            blanked += await failures.ReplaceAsync(failure.Document with { Payload = "{}" }, failure.Version, cancellationToken) ? 1 : 0;
        return blanked;
    }
}
