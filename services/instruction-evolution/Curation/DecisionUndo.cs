using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>
/// Takes back a person's last decision on an instruction, as long as nothing was built on it: the instruction waits at its gate again, and its batch, where it
/// went on meanwhile, comes back to it.
/// </summary>
internal sealed class DecisionUndo(InstructionEvolutionStore store, BatchInstructions instructions, TimeProvider time)
{
    /// <summary>Undoes the decision. For a version that an edit made, the edit is undone and the original waits again.</summary>
    public async Task<Decided> UndoAsync(Versioned<InstructionDocument> instruction, string? reason, string by, CancellationToken cancellationToken)
    {
        Versioned<InstructionDocument> item = await OriginalAsync(instruction, cancellationToken);
        if (await HindranceAsync(item.Document, cancellationToken) is { } why)
            return new Decided(DecisionOutcome.NotUndoable, item) { Why = why };
        Gate gate = item.Document.History[^1].Gate!.Value;
        if (await BackToAsync(item.Document, gate, cancellationToken) is { } gone)
            return new Decided(DecisionOutcome.NotUndoable, item) { Why = gone };

        // The version goes first: were this broken off here, the gate would complete the edit anew, as if nobody had undone it.
        if (item.Document.Replacement is { } version)
            await store.Instructions.DeleteAsync(version.Id, cancellationToken);
        InstructionDocument waiting = Restore(item.Document, gate, new Transition(Before(item.Document.History), by, time.GetUtcNow(), $"undone: {reason ?? "no reason given"}"));
        if (!await store.Instructions.ReplaceAsync(waiting, item.Version, cancellationToken))
            return new Decided(DecisionOutcome.Conflict, await store.Instructions.FindAsync(waiting.Id, cancellationToken));
        if (item.Document.Replacement is { } again)
            await store.Instructions.DeleteAsync(again.Id, cancellationToken);

        // The batch may have gone on between the two writes; unless it has ended meanwhile it comes back, now that something waits.
        if (await BackToAsync(waiting, gate, cancellationToken) is { } ended && await store.Instructions.ReplaceAsync(item.Document, item.Version + 1, cancellationToken))
            return new Decided(DecisionOutcome.NotUndoable, item) { Why = ended };
        return new Decided(DecisionOutcome.Done, await store.Instructions.FindAsync(waiting.Id, cancellationToken));
    }

    private static InstructionDocument Restore(InstructionDocument instruction, Gate gate, Transition undone) => instruction.Into(undone) with
    {
        Gate = gate,
        Rejection = null,
        Replacement = null,
        IsOutcome = gate != Gate.Curation && instruction.IsOutcome,
    };

    private async Task<Versioned<InstructionDocument>> OriginalAsync(Versioned<InstructionDocument> instruction, CancellationToken cancellationToken)
    {
        bool isVersion = instruction.Document is { Operator: GateDecisions.EditOperator, ParentId: not null, History.Count: 1 };
        Versioned<InstructionDocument>? original = isVersion ? await store.Instructions.FindAsync(instruction.Document.ParentId!, cancellationToken) : null;
        return original?.Document.Replacement?.Id == instruction.Document.Id ? original : instruction;
    }

    /// <summary>Why the last decision cannot be undone; null where it can.</summary>
    private async Task<string?> HindranceAsync(InstructionDocument instruction, CancellationToken cancellationToken)
    {
        if (instruction.History is not [.., { Gate: not null } last] || instruction.Rejection == RejectionReason.Cancelled)
            return "There is no decision at a gate to undo.";
        if (last.By == GatePolicy.Name)
            return "A policy decided it, and would decide the same again.";
        if (instruction.State is InstructionState.Approved or InstructionState.Retired || instruction.Replacement?.State == InstructionState.Approved)
            return "It was approved and the other services know: retire it, or put a new version in its place.";

        string[] made = instruction.Replacement is { } version ? [instruction.Id, version.Id] : [instruction.Id];
        List<Versioned<InstructionDocument>> line = await instructions.ReadAsync(Query.All.Where("root", instruction.RootId), cancellationToken);
        if (line.Any(item => made.Contains(item.Document.ParentId) && !made.Contains(item.Document.Id)))
            return "It has been evolved: decide on what came of it at the next gate.";
        bool decidedOn = line.Any(item => item.Document.Id == instruction.Replacement?.Id && item.Document.History.Count > instruction.Replacement.History.Count);
        return decidedOn ? "Its new version was decided on since: undo that first." : null;
    }

    /// <summary>Brings the batch back to a gate. Answers why that cannot be; null where it is there.</summary>
    private async Task<string?> BackToAsync(InstructionDocument instruction, Gate gate, CancellationToken cancellationToken)
    {
        while (instruction.BatchId is { } id && await store.Batches.FindAsync(id, cancellationToken) is { } found)
        {
            BatchDocument batch = found.Document;
            if (batch.IsOver || batch.Cycle != instruction.Cycle)
                return "Its batch is over or in a new cycle.";
            if (batch.State.ToGate() is not { } at)
                return "Its batch is being worked between two gates: try again when it waits at the next one.";
            if (at <= gate || await store.Batches.ReplaceAsync(batch.AtGate(gate), found.Version, cancellationToken))
                return null;
        }

        return "It belongs to no batch.";
    }

    /// <summary>The state before the last decision.</summary>
    private static InstructionState Before(IReadOnlyList<Transition> history) => history.Last(transition => transition.Gate is null || transition.Gate != history[^1].Gate).To;
}
