using DialInsight.Contracts;
using DialInsight.InstructionEvolution.Curation;
using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Tests;

/// <summary>Instructions as gates leave them.</summary>
internal static class GateSamples
{
    /// <summary>One with a suggestion, edited at gate 1.</summary>
    public static InstructionDocument Edited()
    {
        InstructionDocument seed = new()
        {
            Id = "seed",
            RootId = "seed",
            Domain = "real-estate",
            Scenario = "buying",
            TaskType = "summarisation",
            Language = "zh",
            Text = "概括客户的预算。",
            Origin = "model",
            State = InstructionState.Seeded,
            Gate = Gate.Curation,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        Decider decider = new("li", DateTimeOffset.UnixEpoch, "clearer", []) { Suggestion = "概括客户的全部预算。" };
        ModelSpend spend = new("evolve", "model", 1, 1, 1, 0);
        Suggestion suggestion = new("概括客户的全部预算。", "model", "suggest/1", DateTimeOffset.UnixEpoch, "li", null, [], spend);
        return GateDecisions.Edit(seed, "概括客户的总预算。", decider) with { Suggestions = [suggestion] };
    }
}
