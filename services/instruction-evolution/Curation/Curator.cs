using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Carries out what people decide on instructions.</summary>
internal sealed class Curator(InstructionEvolutionStore store, FactLog<InstructionDocument> instructions, GateFindings findings, TimeProvider time)
{
    /// <summary>Decides on an instruction at its gate. The outcome is the instruction itself, or the version that took its place.</summary>
    public async Task<Decided> DecideAsync(
        Versioned<InstructionDocument> instruction, DecisionRequest request, string by, CancellationToken cancellationToken)
    {
        if (instruction.Document.Gate is null)
            return new Decided(DecisionOutcome.NotAtGate, instruction);

        IReadOnlyList<Criterion> criteria = await CriteriaAsync(instruction.Document, request, cancellationToken);
        Decider decider = new(by, time.GetUtcNow(), request.Reason, criteria);
        if (request.Decision == DecisionKind.Edit && request.Text!.Trim() != instruction.Document.Text)
            return await EditAsync(instruction, request.Text!.Trim(), decider with { Suggestion = Suggested(instruction.Document, request) }, cancellationToken);

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
    public async Task<Decided> RetireAsync(Versioned<InstructionDocument> instruction, string reason, string by, CancellationToken cancellationToken)
    {
        if (instruction.Document.State == InstructionState.Retired)
            return new Decided(DecisionOutcome.Done, instruction);
        if (instruction.Document.State != InstructionState.Approved)
            return new Decided(DecisionOutcome.NotAtGate, instruction);
        InstructionDocument retired = instruction.Document.Into(new Transition(InstructionState.Retired, by, time.GetUtcNow(), reason));
        return await ReplaceAsync(retired, instruction.Version, cancellationToken);
    }

    /// <summary>Puts a better version in an approved instruction's place. Done twice it is done once: the new version is approved first, then the old one retired.</summary>
    public async Task<Decided> ReviseAsync(Versioned<InstructionDocument> instruction, string text, string reason, string by, CancellationToken cancellationToken)
    {
        InstructionDocument old = instruction.Document;
        Decider decider = new(by, time.GetUtcNow(), reason, []);
        InstructionDocument version = GateDecisions.Edit(old with { Gate = Gate.Refinement, Replacement = null }, text, decider);
        Versioned<InstructionDocument>? known = await store.Instructions.FindAsync(version.Id, cancellationToken);
        if (known is not null && known.Document.ParentId != old.Id)
            return new Decided(DecisionOutcome.TextExists, known);
        if (old.State != InstructionState.Approved)
            return old.State == InstructionState.Retired && known is not null ? new Decided(DecisionOutcome.Done, known) : new Decided(DecisionOutcome.NotAtGate, instruction);

        await instructions.InsertAsync(version, cancellationToken);
        Decided retired = await RetireAsync(instruction, $"replaced by {version.Id}: {reason}", by, cancellationToken);
        return retired.Outcome == DecisionOutcome.Done
            ? new Decided(DecisionOutcome.Done, await store.Instructions.FindAsync(version.Id, cancellationToken))
            : retired;
    }

    private async Task<Decided> EditAsync(Versioned<InstructionDocument> instruction, string text, Decider decider, CancellationToken cancellationToken)
    {
        InstructionDocument version = GateDecisions.Edit(instruction.Document, text, decider);
        if (await store.Instructions.FindAsync(version.Id, cancellationToken) is { } known && known.Document.ParentId != instruction.Document.Id)
            return new Decided(DecisionOutcome.TextExists, known);

        // The original falls first, holding its replacement: of two reviewers one wins, and an edit that is broken off is completed by the gate.
        InstructionDocument original = GateDecisions.Reject(instruction.Document, decider, RejectionReason.Edited) with { Replacement = version };
        Decided fallen = await ReplaceAsync(original, instruction.Version, cancellationToken);
        if (fallen.Outcome != DecisionOutcome.Done)
            return fallen;
        await instructions.InsertAsync(version, cancellationToken);
        return new Decided(DecisionOutcome.Done, await store.Instructions.FindAsync(version.Id, cancellationToken));
    }

    /// <summary>The person's own findings, and those of the rules for what the gate looks at besides.</summary>
    private async Task<IReadOnlyList<Criterion>> CriteriaAsync(InstructionDocument instruction, DecisionRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, bool> named = request.Criteria ?? new Dictionary<string, bool>();
        IEnumerable<Criterion> byRule = (await findings.LookAsync(instruction, cancellationToken)).Where(criterion => !named.ContainsKey(criterion.Name));
        return
        [
            .. named.Select(criterion => new Criterion(criterion.Key, criterion.Value, "by the person")),
            .. byRule.Select(criterion => criterion with { Finding = $"by rule: {criterion.Finding}" }),
        ];
    }

    private static string? Suggested(InstructionDocument instruction, DecisionRequest request) =>
        request.Suggestion is { } number && number <= instruction.Suggestions.Count ? instruction.Suggestions[number - 1].Text : null;

    private async Task<Decided> ReplaceAsync(InstructionDocument instruction, long version, CancellationToken cancellationToken) =>
        await instructions.ReplaceAsync(instruction, version, cancellationToken)
            ? new Decided(DecisionOutcome.Done, new Versioned<InstructionDocument>(instruction, version + 1))
            : new Decided(DecisionOutcome.Conflict, await store.Instructions.FindAsync(instruction.Id, cancellationToken));
}
