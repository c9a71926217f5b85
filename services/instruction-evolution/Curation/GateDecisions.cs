using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>What a decision at a gate makes of an instruction. The instruction must wait at one.</summary>
internal static class GateDecisions
{
    /// <summary>The operator of instructions that a person wrote over another.</summary>
    public const string EditOperator = "edit";

    /// <summary>It passes.</summary>
    public static InstructionDocument Keep(InstructionDocument instruction, Decider decider)
    {
        InstructionDocument passed = instruction.Gate switch
        {
            Gate.Curation => instruction.Into(decider.To(InstructionState.Curated, Gate.Curation)) with { Gate = null },
            Gate.Screening => instruction.Into(decider.To(InstructionState.Screened, Gate.Screening)) with { Gate = Gate.Refinement },
            Gate.Refinement => instruction.Into(decider.To(InstructionState.Refined, Gate.Refinement)).Into(decider.To(InstructionState.Approved, Gate.Refinement)) with { Gate = null },
            _ => throw new InvalidOperationException("The instruction waits at no gate."),
        };
        return passed.State == InstructionState.Approved ? passed with { ApprovedAt = decider.At, ApprovedBy = decider.By } : passed;
    }

    /// <summary>It falls.</summary>
    public static InstructionDocument Reject(InstructionDocument instruction, Decider decider, RejectionReason reason = RejectionReason.AtGate) =>
        instruction.Into(decider.To(InstructionState.Rejected, instruction.Gate)) with { Gate = null, Rejection = reason };

    /// <summary>A better version by a person, which passes the gate in its place.</summary>
    public static InstructionDocument Edit(InstructionDocument instruction, string text, Decider decider)
    {
        InstructionDocument version = instruction with
        {
            Id = InstructionDocument.IdOf(instruction.Domain, instruction.Scenario, instruction.TaskType, instruction.Language, text),
            Text = text,
            ParentId = instruction.Id,
            Operator = EditOperator,
            Origin = InstructionDocument.Human,
            PromptVersion = null,
            CreatedAt = decider.At,
            History = [],
            Suggestions = [],
            Recorded = null,
        };
        return Keep(version, decider with { Diff = TextDiff.Between(instruction.Text, text, instruction.Language) });
    }
}

/// <summary>Who decides, when, and why.</summary>
internal sealed record Decider(string By, DateTimeOffset At, string? Reason, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>What an edit changed.</summary>
    public IReadOnlyList<TextChange> Diff { get; init; } = [];

    /// <summary>The suggestion that an edit began with.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The transition that the decision is.</summary>
    public Transition To(InstructionState state, Gate? gate) => new(state, By, At, Reason) { Gate = gate, Criteria = Criteria, Diff = Diff, Suggestion = Suggestion };
}
