using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Contracts.Labeling;

/// <summary>A model answered a prompt and the answer fits the prompt's output format.</summary>
public sealed record SampleLabeled : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What was asked.</summary>
    public required LabelAssignment Assignment { get; init; }

    /// <summary>The answer, in the format's canonical form.</summary>
    public required string Answer { get; init; }

    /// <summary>The model that answered.</summary>
    public required string Labeller { get; init; }

    /// <summary>Whether the model had to be asked a second time, with the errors of its first answer.</summary>
    public bool Repaired { get; init; }

    /// <summary>What the calls used.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];
}
