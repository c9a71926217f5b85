using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.Labeling.Labels;
using DialInsight.Labeling.Runs;
using DialInsight.LanguageModels.Batches;
using Microsoft.Extensions.Options;

namespace DialInsight.Labeling.Batches;

/// <summary>Puts requests aside for a batch file, where that is configured: the message is done then, and the document waits instead.</summary>
internal sealed class BatchTray(
    LabelingStore store, IBatchFiles files, IDomainPacks packs, EndedRuns endedRuns, IOptions<BatchSettings> settings, TimeProvider time)
{
    /// <summary>Whether the attempt waits for a batch. One that is answered already, or known otherwise, does not.</summary>
    public async Task<bool> PutAsideAsync(LabelAssignment assignment, CancellationToken cancellationToken)
    {
        if (!settings.Value.Enabled || !files.IsAvailable || await endedRuns.HasEndedAsync(assignment.RunId, cancellationToken))
            return false;
        if (await store.Labels.FindAsync(assignment.AttemptId, cancellationToken) is { } known)
            return known.Document.State == LabelState.Batched;
        if (await files.IsAnsweredAsync(new LabelPrompt(assignment, packs.Find(assignment.Domain)).First(), cancellationToken))
            return false;
        var waiting = new LabelDocument { Assignment = assignment, State = LabelState.Batched, Owner = "", ClaimedAt = time.GetUtcNow() };
        return await store.Labels.InsertAsync(waiting, cancellationToken) || await PutAsideAsync(assignment, cancellationToken);
    }
}
