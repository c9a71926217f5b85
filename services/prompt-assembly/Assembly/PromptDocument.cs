using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.PromptAssembly.Budgets;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>
/// A prompt without its dialogue, made once per choice of parts and instruction and used by every run that chooses the same. The
/// placeholders <c>{{channel}}</c> and <c>{{roles}}</c> of <see cref="Before"/> are filled per dialogue.
/// </summary>
internal sealed record PromptDocument
{
    public static readonly CollectionDefinition<PromptDocument> Definition = new(
        "prompts",
        prompt => prompt.Id,
        new("paidBy", prompt => prompt.PaidBy),
        new("cost", prompt => CostClass.Of(prompt.Spend?.Cost ?? 0, isReserved: false)));

    public required string Id { get; init; }

    public required string InstructionId { get; init; }

    public required string Instruction { get; init; }

    /// <summary>The parts that were combined, <c>id@version of the pack</c>.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public required OutputFormat Format { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    public bool StructureOptimised { get; init; }

    /// <summary>Why the merged narrative was not used.</summary>
    public string? StructureNote { get; init; }

    /// <summary>The run that had it made, and so paid for it.</summary>
    public required string PaidBy { get; init; }

    /// <summary>What the merge used.</summary>
    public ModelSpend? Spend { get; init; }
}
