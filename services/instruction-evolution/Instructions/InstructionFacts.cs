using DialInsight.Contracts;
using DialInsight.Contracts.InstructionEvolution;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>What an instruction's document tells the other services.</summary>
internal static class InstructionFacts
{
    public static IEnumerable<IFact> Of(InstructionDocument instruction) => instruction.State switch
    {
        InstructionState.Approved => [Approved(instruction)],
        InstructionState.Retired => [Retired(instruction)],
        _ => [],
    };

    private static InstructionApproved Approved(InstructionDocument instruction) => new()
    {
        Id = DeterministicId.Guid("instruction-approved", instruction.Id),
        OccurredAt = instruction.ApprovedAt!.Value,
        InstructionId = instruction.Id,
        Domain = instruction.Domain,
        Scenario = instruction.Scenario,
        TaskType = instruction.TaskType,
        Language = instruction.Language,
        Text = instruction.Text,
        RootId = instruction.RootId,
        ParentId = instruction.ParentId,
        Operator = instruction.Operator,
        Origin = instruction.Origin,
        ApprovedBy = instruction.ApprovedBy!,
        BatchId = instruction.BatchId,
    };

    private static InstructionRetired Retired(InstructionDocument instruction) => new()
    {
        Id = DeterministicId.Guid("instruction-retired", instruction.Id),
        OccurredAt = instruction.History[^1].At,
        InstructionId = instruction.Id,
        Reason = instruction.History[^1].Reason ?? "",
    };
}
