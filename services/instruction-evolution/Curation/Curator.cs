using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Carries out what people decide on instructions.</summary>
internal sealed class Curator(InstructionEvolutionStore store, FactLog<InstructionDocument> instructions, TimeProvider time)
{
    /// <summary>Decides on an instruction at its gate. The outcome is the instruction itself, or the version that took its place.</summary>
    public async Task<(DecisionOutcome Outcome, Versioned<InstructionDocument>? Instruction)> DecideAsync(
        Versioned<InstructionDocument> instruction, DecisionRequest request, string by, CancellationToken cancellationToken)
    {
        if (instruction.Document.Gate is null)
            return (DecisionOutcome.NotAtGate, instruction);

        IEnumerable<Criterion>? criteria = request.Criteria?.Select(criterion => new Criterion(criterion.Key, criterion.Value, "by the person"));
        Decider decider = new(by, time.GetUtcNow(), request.Reason, [.. criteria ?? []]);
        if (request.Decision == DecisionKind.Edit && request.Text!.Trim() != instruction.Document.Text)
            return await EditAsync(instruction, request.Text!.Trim(), decider, cancellationToken);

        InstructionDocument decided = request.Decision == DecisionKind.Reject
            ? GateDecisions.Reject(instruction.Document, decider)
            : GateDecisions.Keep(instruction.Document, decider);
        return await ReplaceAsync(decided, instruction.Version, cancellationToken);
    }

    /// <summary>Keeps an instruction that a person wrote: approved by that person. False when the cell has it already.</summary>
    public async Task<(bool Added, Versioned<InstructionDocument> Instruction)> AddAsync(InstructionDocument draft, string by, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        InstructionDocument added = draft.Into(new Transition(InstructionState.Approved, by, now)) with { CreatedAt = now, ApprovedAt = now, ApprovedBy = by };
        bool isNew = await instructions.InsertAsync(added, cancellationToken);
        return (isNew, (await store.Instructions.FindAsync(added.Id, cancellationToken))!);
    }

    /// <summary>Retires an approved instruction.</summary>
    public async Task<(DecisionOutcome Outcome, Versioned<InstructionDocument>? Instruction)> RetireAsync(
        Versioned<InstructionDocument> instruction, string reason, string by, CancellationToken cancellationToken)
    {
        if (instruction.Document.State == InstructionState.Retired)
            return (DecisionOutcome.Done, instruction);
        if (instruction.Document.State != InstructionState.Approved)
            return (DecisionOutcome.NotAtGate, instruction);
        InstructionDocument retired = instruction.Document.Into(new Transition(InstructionState.Retired, by, time.GetUtcNow(), reason));
        return await ReplaceAsync(retired, instruction.Version, cancellationToken);
    }

    private async Task<(DecisionOutcome Outcome, Versioned<InstructionDocument>? Instruction)> EditAsync(
        Versioned<InstructionDocument> instruction, string text, Decider decider, CancellationToken cancellationToken)
    {
        InstructionDocument version = GateDecisions.Edit(instruction.Document, text, decider);
        if (await store.Instructions.FindAsync(version.Id, cancellationToken) is { } known && known.Document.ParentId != instruction.Document.Id)
            return (DecisionOutcome.TextExists, known);

        // The original falls first, holding its replacement: of two reviewers one wins, and an edit that is broken off is completed by the gate.
        InstructionDocument original = GateDecisions.Reject(instruction.Document, decider, RejectionReason.Edited) with { Replacement = version };
        (DecisionOutcome outcome, _) = await ReplaceAsync(original, instruction.Version, cancellationToken);
        if (outcome != DecisionOutcome.Done)
            return (outcome, null);
        await instructions.InsertAsync(version, cancellationToken);
        return (DecisionOutcome.Done, await store.Instructions.FindAsync(version.Id, cancellationToken));
    }

    private async Task<(DecisionOutcome Outcome, Versioned<InstructionDocument>? Instruction)> ReplaceAsync(
        InstructionDocument instruction, long version, CancellationToken cancellationToken) =>
        await instructions.ReplaceAsync(instruction, version, cancellationToken)
            ? (DecisionOutcome.Done, new Versioned<InstructionDocument>(instruction, version + 1))
            : (DecisionOutcome.Conflict, null);
}

/// <summary>What became of a decision.</summary>
internal enum DecisionOutcome
{
    /// <summary>It is carried out.</summary>
    Done,

    /// <summary>The instruction is in no state that allows it.</summary>
    NotAtGate,

    /// <summary>Somebody else decided first.</summary>
    Conflict,

    /// <summary>The cell has an instruction with this text.</summary>
    TextExists,
}
