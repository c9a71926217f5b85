namespace DialInsight.Contracts.PromptAssembly;

/// <summary>What a run needs of one cell.</summary>
public sealed record RunCell
{
    /// <summary>The cell, <c>scenario/task-type</c>.</summary>
    public required string CellId { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type's id.</summary>
    public required string TaskType { get; init; }

    /// <summary>How many accepted samples are wanted.</summary>
    public required int Target { get; init; }

    /// <summary>How many approved instructions are missing; 0 opens no batch.</summary>
    public required int InstructionsWanted { get; init; }

    /// <summary>Transcripts of the scenario to ground new instructions in.</summary>
    public IReadOnlyList<string> GroundingTranscripts { get; init; } = [];
}
