using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Curation;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.LanguageModels;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>One round of evolution over all lines of a cycle; after the last round each line's survivor goes to gate 2.</summary>
internal sealed class EvolvingStep(InstructionEvolutionStore store, BatchInstructions instructions, Evolver evolver, TimeProvider time) : IBatchStep
{
    private const int CallsAtOnce = 4;

    public IReadOnlyList<BatchState> States { get; } = [BatchState.Evolving];

    public async Task<BatchDocument?> WorkAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken)
    {
        List<Versioned<InstructionDocument>> cycle =
            [.. (await instructions.ListAsync(batch.Id, cancellationToken)).Where(item => item.Document.Cycle == batch.Cycle)];
        IReadOnlyList<InstructionDocument> parents = EvolutionLines.Evolvable([.. cycle.Select(item => item.Document)], batch.Round);
        if (batch.Round < batch.Curation.Rounds && parents.Count > 0)
            return await EvolveAsync(batch, subject, parents, cancellationToken);

        return await SendToScreeningAsync(batch, cycle, cancellationToken) ? batch with { State = BatchState.Screening } : null;
    }

    private async Task<BatchDocument> EvolveAsync(
        BatchDocument batch, CellSubject subject, IReadOnlyList<InstructionDocument> parents, CancellationToken cancellationToken)
    {
        var outcomes = new Evolution?[parents.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, parents.Count),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken },
            async (index, token) => outcomes[index] = await TryAsync(batch, subject, parents[index], token));

        Evolution[] answered = [.. outcomes.OfType<Evolution>()];
        List<(Evolution Outcome, RejectionReason? Fault)> kept = [];
        // In the seeds' order, whichever answer came first: of two equal ones the first seed's is kept.
        foreach (Evolution outcome in answered)
            kept.Add((outcome, await KeepAsync(outcome, cancellationToken)));

        BatchDocument paid = batch.With([], answered.SelectMany(outcome => outcome.Spend));
        if (answered.Length < outcomes.Length)
            return (paid with { Operators = OperatorTally.Sum([.. batch.Operators, .. answered.Select(outcome => outcome.Payment())]) }).PutOff(time.GetUtcNow());
        return paid.With(kept.Select(one => one.Fault).OfType<RejectionReason>(), []) with
        {
            Round = batch.Round + 1,
            Operators = OperatorTally.Sum([.. batch.Operators, .. kept.Select(one => one.Outcome.Tally(one.Fault))]),
        };
    }

    /// <summary>The outcome, or null where the model is not available: the answers that did come are cached, and found when it is tried again.</summary>
    private async Task<Evolution?> TryAsync(BatchDocument batch, CellSubject subject, InstructionDocument parent, CancellationToken cancellationToken)
    {
        try
        {
            return await evolver.EvolveAsync(batch, subject, parent, cancellationToken);
        }
        catch (ModelUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Keeps what came of a call and answers why it fell.</summary>
    private async Task<RejectionReason?> KeepAsync(Evolution outcome, CancellationToken cancellationToken)
    {
        if (outcome.Child is not { } child || await store.Instructions.InsertAsync(child with { TranscriptId = outcome.TranscriptId }, cancellationToken))
            return outcome.Fault;

        InstructionDocument known = (await store.Instructions.FindAsync(child.Id, cancellationToken))!.Document;
        return known.ParentId == child.ParentId && known.BatchId == child.BatchId ? known.Rejection : RejectionReason.Duplicate;
    }

    private async Task<bool> SendToScreeningAsync(BatchDocument batch, List<Versioned<InstructionDocument>> cycle, CancellationToken cancellationToken)
    {
        HashSet<string> tips = [.. EvolutionLines.Tips(cycle.Select(item => item.Document), batch.Round).Select(tip => tip.Id)];
        bool all = true;
        foreach (Versioned<InstructionDocument> tip in cycle.Where(item => tips.Contains(item.Document.Id)))
            all &= await store.Instructions.ReplaceAsync(tip.Document with { IsOutcome = true, Gate = Gate.Screening }, tip.Version, cancellationToken);
        return all;
    }
}
