using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Failures;
using DialInsight.Labeling.Erasure;
using DialInsight.Labeling.Labels;
using DialInsight.Storage;

namespace DialInsight.Labeling.Failures;

/// <summary>Ends an attempt whose request could not be worked as a message, so that its run does not wait for it for ever.</summary>
internal sealed class DeadLetteredRequest(LabelingStore store, FactLog<LabelDocument> labels, Tombstones<TranscriptEraser> tombstones, Presence presence, TimeProvider time)
{
    public async Task HandleAsync(LabelRequested request, MessageFailure failure, CancellationToken cancellationToken)
    {
        var failed = new LabelDocument
        {
            Assignment = request.Assignment,
            State = LabelState.Failed,
            Owner = presence.WriterId,
            ClaimedAt = time.GetUtcNow(),
            SettledAt = time.GetUtcNow(),
            Class = FailureClass.DeadLetter,
            Reason = $"the message could not be worked: {failure.Reason} {failure.Exception}".TrimEnd(),
        };
        if (await TryKeepAsync(failed, cancellationToken))
            await tombstones.SweepAsync([request.Assignment.TranscriptId], cancellationToken);
    }

    private async Task<bool> TryKeepAsync(LabelDocument failed, CancellationToken cancellationToken)
    {
        while (true)
        {
            Versioned<LabelDocument>? known = await store.Labels.FindAsync(failed.Id, cancellationToken);
            if (known is { Document.State: not LabelState.Claimed })
                return false;
            if (known is null ? await labels.InsertAsync(failed, cancellationToken) : await labels.ReplaceAsync(failed, known.Version, cancellationToken))
                return true;
        }
    }
}
