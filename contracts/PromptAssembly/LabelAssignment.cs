namespace DialInsight.Contracts.PromptAssembly;

/// <summary>Everything a labeller, a judge and an exporter need to know of one attempt: they ask no other service.</summary>
public sealed record LabelAssignment
{
    /// <summary>The attempt's id, computed from run, cell, slot and number. It is the sample's id too.</summary>
    public required string AttemptId { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The cell, <c>scenario/task-type</c>.</summary>
    public required string CellId { get; init; }

    /// <summary>The slot in the cell, from 0.</summary>
    public required int Slot { get; init; }

    /// <summary>Which attempt at the slot this is, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The domain pack and its version, <c>name@version</c>.</summary>
    public required string Domain { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type's id.</summary>
    public required string TaskType { get; init; }

    /// <summary>The kind of work the task type is.</summary>
    public required TaskKind TaskKind { get; init; }

    /// <summary>The language of prompt and answer: <c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The transcript the turns are of.</summary>
    public required string TranscriptId { get; init; }

    /// <summary>The person the transcript is about, an opaque key; erasure goes by it.</summary>
    public string? Subject { get; init; }

    /// <summary>Where the transcript came from.</summary>
    public string? Source { get; init; }

    /// <summary>The dialogue.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>Which part of the transcript the turns are; null where they are all of it.</summary>
    public TurnWindow? Window { get; init; }

    /// <summary>The instruction's id.</summary>
    public required string InstructionId { get; init; }

    /// <summary>The instruction.</summary>
    public required string Instruction { get; init; }

    /// <summary>The prompt around the dialogue.</summary>
    public required AssembledPrompt Prompt { get; init; }

    /// <summary>The template parts that were combined, <c>id@version</c>.</summary>
    public IReadOnlyList<string> TemplateParts { get; init; } = [];

    /// <summary>Whether a model merged the narrative; false when the assembled prompt is used as it is.</summary>
    public bool StructureOptimised { get; init; }

    /// <summary>Why the merged narrative was not used; null when it was, or when none was asked for.</summary>
    public string? StructureNote { get; init; }

    /// <summary>What the answer must look like.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>How the answer is judged.</summary>
    public required JudgingPolicy Judging { get; init; }
}
