using DialInsight.InstructionEvolution.Curation;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>An instruction as callers see it.</summary>
internal sealed record InstructionView
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

    /// <summary>Where it stands.</summary>
    public required InstructionState State { get; init; }

    /// <summary>The gate it waits at.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Why it fell.</summary>
    public RejectionReason? Rejection { get; init; }

    /// <summary>The instruction that it was too similar to.</summary>
    public string? SimilarTo { get; init; }

    /// <summary>Who wrote it: <c>human</c>, or the model's name.</summary>
    public required string Origin { get; init; }

    /// <summary>The operator that made it.</summary>
    public string? Operator { get; init; }

    /// <summary>The prompt that asked for it.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>The instruction it was made from.</summary>
    public string? ParentId { get; init; }

    /// <summary>The seed it descends from.</summary>
    public required string RootId { get; init; }

    /// <summary>Its batch.</summary>
    public string? BatchId { get; init; }

    /// <summary>The transcript it is grounded in.</summary>
    public string? TranscriptId { get; init; }

    /// <summary>What the model call that made it cost.</summary>
    public decimal Cost { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Every state it came into: by whom, when, why, on what grounds.</summary>
    public required IReadOnlyList<Transition> History { get; init; }

    /// <summary>What a model suggested in its place, oldest first.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>What the rules find about it at the gate where it waits; only where one instruction is asked for.</summary>
    public IReadOnlyList<Criterion>? Findings { get; init; }

    /// <summary>The view of a document.</summary>
    public static InstructionView Of(Versioned<InstructionDocument> item) => new()
    {
        Id = item.Document.Id,
        Version = item.Version,
        Domain = item.Document.Domain,
        Scenario = item.Document.Scenario,
        TaskType = item.Document.TaskType,
        Language = item.Document.Language,
        Text = item.Document.Text,
        State = item.Document.State,
        Gate = item.Document.Gate,
        Rejection = item.Document.Rejection,
        SimilarTo = item.Document.SimilarTo,
        Origin = item.Document.Origin,
        Operator = item.Document.Operator,
        PromptVersion = item.Document.PromptVersion,
        ParentId = item.Document.ParentId,
        RootId = item.Document.RootId,
        BatchId = item.Document.BatchId,
        TranscriptId = item.Document.TranscriptId,
        Cost = item.Document.Cost,
        CreatedAt = item.Document.CreatedAt,
        Suggestions = item.Document.Suggestions,
        History = item.Document.History,
    };
}
