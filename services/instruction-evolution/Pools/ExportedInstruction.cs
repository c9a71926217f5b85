using System.Text.Json.Serialization;
using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Pools;

/// <summary>An instruction as a line of a pool.</summary>
/// <param name="Id">Its id here.</param>
/// <param name="Domain">The domain pack.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="TaskType">The task type.</param>
/// <param name="Language">The language.</param>
/// <param name="Text">The instruction.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Origin"><c>human</c>, or the model's name.</param>
/// <param name="Operator">The operator that made it.</param>
/// <param name="PromptVersion">The prompt that asked for it.</param>
/// <param name="ParentId">The instruction it was made from.</param>
/// <param name="RootId">The seed it descends from.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="ApprovedAt">When.</param>
internal sealed record ExportedInstruction(
    string Id,
    string Domain,
    string Scenario,
    string TaskType,
    string Language,
    string Text,
    InstructionState State,
    string Origin,
    string? Operator,
    string? PromptVersion,
    string? ParentId,
    string RootId,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt)
{
    /// <summary>The line of an instruction.</summary>
    public static ExportedInstruction Of(InstructionDocument instruction) => new(
        instruction.Id,
        instruction.Domain,
        instruction.Scenario,
        instruction.TaskType,
        instruction.Language,
        instruction.Text,
        instruction.State,
        instruction.Origin,
        instruction.Operator,
        instruction.PromptVersion,
        instruction.ParentId,
        instruction.RootId,
        instruction.ApprovedBy,
        instruction.ApprovedAt);
}

/// <summary>An instruction as Self-Instruct writes its seed tasks (arXiv 2212.10560).</summary>
/// <param name="Id">Its id here.</param>
/// <param name="Name">Scenario and task type.</param>
/// <param name="Instruction">The instruction.</param>
internal sealed record SeedTask(string Id, string Name, string Instruction)
{
    /// <summary>Inputs with outputs: none, the dialogues are the inputs.</summary>
    public IReadOnlyList<object> Instances { get; } = [];

    /// <summary>Whether it asks for one of a few classes.</summary>
    [JsonPropertyName("is_classification")]
    public bool IsClassification { get; }

    /// <summary>The line of an instruction.</summary>
    public static SeedTask Of(InstructionDocument instruction) =>
        new(instruction.Id, $"{instruction.Scenario}_{instruction.TaskType}".Replace('-', '_'), instruction.Text);
}
