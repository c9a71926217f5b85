namespace DialInsight.Contracts.PromptAssembly;

/// <summary>An attempt at a sample waits for a label. One of the competing workers takes it.</summary>
public sealed record LabelRequested : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The work.</summary>
    public required LabelAssignment Assignment { get; init; }
}
