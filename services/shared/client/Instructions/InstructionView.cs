namespace DialInsight.Client.Instructions;

/// <summary>An instruction as callers see it.</summary>
public sealed record InstructionView
{
    /// <summary>The instruction's id.</summary>
    public required string Id { get; init; }

    /// <summary>Give it back with a decision, so that nobody's decision is overwritten unseen.</summary>
    public required long Version { get; init; }

    /// <summary>The domain pack.</summary>
    public required string Domain { get; init; }

    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type.</summary>
    public required string TaskType { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>The instruction.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands: <c>seeded</c>, <c>curated</c>, <c>evolved</c>, <c>screened</c>, <c>refined</c>, <c>approved</c>, <c>rejected</c>, <c>retired</c>.</summary>
    public required string State { get; init; }

    /// <summary>The gate it waits at: <c>curation</c>, <c>screening</c> or <c>refinement</c>; null where it waits at none.</summary>
    public string? Gate { get; init; }

    /// <summary>Why it fell.</summary>
    public string? Rejection { get; init; }

    /// <summary>The instruction that it was too similar to.</summary>
    public string? SimilarTo { get; init; }

    /// <summary>Who wrote it: <c>human</c>, or the model's name.</summary>
    public required string Origin { get; init; }

    /// <summary>The operator that made it.</summary>
    public string? Operator { get; init; }

    /// <summary>The instruction it was made from.</summary>
    public string? ParentId { get; init; }

    /// <summary>The seed it descends from.</summary>
    public required string RootId { get; init; }

    /// <summary>Its batch.</summary>
    public string? BatchId { get; init; }

    /// <summary>The transcript it is grounded in.</summary>
    public string? TranscriptId { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Every state it came into: by whom, when, why, on what grounds.</summary>
    public IReadOnlyList<TransitionView> History { get; init; } = [];

    /// <summary>What the rules find about it at the gate where it waits; only where one instruction is asked for.</summary>
    public IReadOnlyList<CriterionView>? Findings { get; init; }

    /// <summary>What a model suggested in its place, oldest first.</summary>
    public IReadOnlyList<SuggestionView> Suggestions { get; init; } = [];
}

/// <summary>One step in an instruction's life.</summary>
/// <param name="To">The state it came into.</param>
/// <param name="By">The person or policy that decided.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why; null where the state says it all.</param>
/// <param name="Gate">The gate that it was decided at; null where it was at none.</param>
public sealed record TransitionView(string To, string By, DateTimeOffset At, string? Reason, string? Gate);

/// <summary>Something a gate looked at.</summary>
/// <param name="Name">For instance <c>grounding</c>.</param>
/// <param name="Holds">Whether it speaks for the instruction.</param>
/// <param name="Finding">What was found.</param>
public sealed record CriterionView(string Name, bool Holds, string Finding);

/// <summary>A better version as a model sees it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Model">The model.</param>
public sealed record SuggestionView(string Text, string Model);

/// <summary>An instruction in its tree.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Children">What was made of it.</param>
public sealed record LineageView(InstructionView Instruction, IReadOnlyList<LineageView> Children);

/// <summary>A page of instructions.</summary>
/// <param name="Items">The instructions.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record InstructionPage(IReadOnlyList<InstructionView> Items, string? NextCursor);

/// <summary>A batch: instructions being made for one cell.</summary>
/// <param name="Id">The batch's id.</param>
/// <param name="State">Where it stands; at a gate it is the gate's name.</param>
/// <param name="RunId">The run that asked for it.</param>
/// <param name="Pending">How many of its instructions wait for a decision.</param>
public sealed record BatchView(string Id, string State, string? RunId, long Pending);

/// <summary>A page of batches.</summary>
/// <param name="Items">The batches.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record BatchPage(IReadOnlyList<BatchView> Items, string? NextCursor);
