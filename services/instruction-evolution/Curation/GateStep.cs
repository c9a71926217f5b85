using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Holds a batch at a gate until everything that waits there is decided: by the policy, or by people.</summary>
internal sealed class GateStep(
    BatchInstructions instructions, FactLog<InstructionDocument> facts, GateFindings findings, BatchEnd end, TimeProvider time) : IBatchStep
{
    public IReadOnlyList<BatchState> States { get; } = [BatchState.Curation, BatchState.Screening, BatchState.Refinement];

    public async Task<BatchDocument?> WorkAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken)
    {
        Gate gate = batch.State.ToGate() ?? throw new InvalidOperationException($"A batch that is {batch.State} is at no gate.");
        List<Versioned<InstructionDocument>> pending =
            await instructions.ReadAsync(Query.All.Where("batch", batch.Id).Where("gate", gate), cancellationToken);
        if (pending.Count > 0 && !(batch.Curation.Automatic && await DecideAsync(batch, subject, gate, cancellationToken)))
            return null;
        if (pending.Count == 0 && await CompleteEditsAsync(batch, cancellationToken))
            return null;

        return gate switch
        {
            Gate.Curation => batch with { State = BatchState.Evolving, Round = 0 },
            Gate.Screening => batch with { State = BatchState.Refinement },
            _ => await ReopenedAsync(batch, cancellationToken) ?? await end.CloseCycleAsync(batch, cancellationToken),
        };
    }

    /// <summary>The batch at the gate where something waits because a person undid a decision; null where nothing does.</summary>
    private async Task<BatchDocument?> ReopenedAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        IEnumerable<Gate> waiting = (await instructions.ListAsync(batch.Id, cancellationToken)).Select(item => item.Document.Gate).OfType<Gate>();
        return waiting.Any() ? batch.AtGate(waiting.Min()) : null;
    }

    /// <summary>Keeps the replacements of edits that were broken off. True where there were any.</summary>
    private async Task<bool> CompleteEditsAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        if (batch.Curation.Automatic)
            return false;
        bool any = false;
        foreach (Versioned<InstructionDocument> item in await instructions.ListAsync(batch.Id, cancellationToken))
        {
            if (item.Document.Replacement is { } replacement)
                any |= await facts.InsertAsync(replacement, cancellationToken);
        }

        return any;
    }

    /// <summary>Decides in the seeds' order. False where a person decided on something meanwhile.</summary>
    private async Task<bool> DecideAsync(BatchDocument batch, CellSubject subject, Gate gate, CancellationToken cancellationToken)
    {
        GatePolicy policy = await findings.PolicyAsync(batch, subject, cancellationToken);
        List<Versioned<InstructionDocument>> own = await instructions.ListAsync(batch.Id, cancellationToken);
        Dictionary<string, InstructionDocument> byId = own.ToDictionary(item => item.Document.Id, item => item.Document);
        List<InstructionDocument> approved = [.. await instructions.ApprovedAsync(batch, cancellationToken)];
        bool all = true;
        foreach (Versioned<InstructionDocument> item in own.Where(item => item.Document.Gate == gate))
        {
            InstructionDocument instruction = item.Document;
            SimilarityPool others = new(batch.Language, approved.Where(known => known.RootId != instruction.RootId).Select(known => known.Text));
            InstructionDocument decided = Decide(policy.Look(instruction, byId.GetValueOrDefault(instruction.RootId, instruction), others), instruction);
            if (decided.State == InstructionState.Approved)
                approved.Add(decided);
            all &= await facts.ReplaceAsync(decided, item.Version, cancellationToken);
        }

        return all;
    }

    private InstructionDocument Decide(IReadOnlyList<Criterion> criteria, InstructionDocument instruction)
    {
        string[] failed = [.. criteria.Where(criterion => !criterion.Holds).Select(criterion => criterion.Name)];
        Decider decider = new(GatePolicy.Name, time.GetUtcNow(), failed.Length == 0 ? null : string.Join(", ", failed), criteria);
        return failed.Length == 0 ? GateDecisions.Keep(instruction, decider) : GateDecisions.Reject(instruction, decider);
    }
}
