using DialInsight.Hosting.Erasure;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Erasure;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>Takes up the pack's exemplars and draws seeds from a model until a cycle has enough, or has asked often enough.</summary>
internal sealed class SeedingStep(
    InstructionEvolutionStore store, SeedPlanner planner, SeedSource source, SeedFiltering filtering, Tombstones<TranscriptEraser> tombstones, TimeProvider time)
    : IBatchStep
{
    private const int DrawsACycle = 2;

    public IReadOnlyList<BatchState> States { get; } = [BatchState.Seeding];

    public async Task<BatchDocument?> WorkAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken)
    {
        if (batch.Cycle == 0 && await IsBeforeItsTurnAsync(batch, cancellationToken))
            return null;
        if (batch.Plan is not { } plan)
            return batch with { Plan = await planner.PlanAsync(batch, subject, cancellationToken) };

        // The plan is frozen anew without a dialogue that was erased meanwhile.
        if (plan.TranscriptId is { } grounding && await tombstones.HasAsync(grounding, cancellationToken))
            return batch with { Plan = plan with { TranscriptId = null } };

        await TakeExemplarsAsync(batch, plan, cancellationToken);
        if (plan.Wanted == 0)
            return batch with { State = BatchState.Curation, Plan = null };

        SeedAnswers answers = await source.AskAsync(batch, plan, subject, cancellationToken);
        (int taken, IReadOnlyList<RejectionReason> drops) = await filtering.TakeAsync(batch, plan, subject, answers, cancellationToken);
        BatchDocument next = batch.With(answers.Fault is { } fault ? [.. drops, fault] : drops, answers.Spend) with
        {
            Plan = null,
            Draws = batch.Draws + 1,
            CycleDraws = batch.CycleDraws + 1,
            SeedsLacking = plan.Wanted - taken,
        };
        return next.SeedsLacking > 0 && next.CycleDraws < DrawsACycle ? next : next with { State = BatchState.Curation };
    }

    /// <summary>Whether an earlier cell of the run has not drawn its seeds yet: this one's must differ from them.</summary>
    private async Task<bool> IsBeforeItsTurnAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        if (batch.RunId is null)
            return false;
        await foreach (Versioned<BatchDocument> other in store.Batches.StreamAsync(Query.All.Where("run", batch.RunId), cancellationToken))
        {
            if (other.Document.Order < batch.Order && other.Document is { State: BatchState.Seeding, Cycle: 0 } or { State: BatchState.Waiting, Behind: null })
                return true;
        }

        return false;
    }

    private async Task TakeExemplarsAsync(BatchDocument batch, SeedPlan plan, CancellationToken cancellationToken)
    {
        InstructionDocument[] exemplars =
        [
            .. plan.Exemplars.Select((text, index) =>
                InstructionDraft.Seed(batch, text, InstructionDocument.Human, index, rejection: null, time.GetUtcNow())),
        ];
        if (exemplars.Length == 0)
            return;
        await store.Instructions.InsertManyAsync(exemplars, cancellationToken);
        Dictionary<string, InstructionDocument> byId = exemplars.ToDictionary(exemplar => exemplar.Id);
        foreach (Versioned<InstructionDocument> known in await store.Instructions.FindManyAsync(byId.Keys, cancellationToken))
        {
            // It was taken up before, by a batch that was cancelled.
            if (known.Document.Rejection == RejectionReason.Cancelled)
                await store.Instructions.ReplaceAsync(byId[known.Document.Id].After(known.Document), known.Version, cancellationToken);
        }
    }
}
