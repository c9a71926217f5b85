using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>This service's own copy of an approved instruction.</summary>
internal sealed record InstructionDocument
{
    public static readonly CollectionDefinition<InstructionDocument> Definition = new(
        "instructions",
        instruction => instruction.Id,
        new("pool", instruction => PoolOf(instruction.Domain, instruction.Scenario, instruction.TaskType, instruction.Language)),
        new("retired", instruction => instruction.Retired));

    public required string Id { get; init; }

    public required string Domain { get; init; }

    public required string Scenario { get; init; }

    public required string TaskType { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    /// <summary>The batch it came out of; null when a person added it.</summary>
    public string? BatchId { get; init; }

    /// <summary>A retired instruction is drawn by no new run; runs under way keep it.</summary>
    public bool Retired { get; init; }

    public static string PoolOf(string domain, string scenario, string taskType, string language) => $"{domain}|{scenario}|{taskType}|{language}";
}
