namespace DialInsight.Contracts.PromptAssembly;

/// <summary>Every cell of a run is filled or dry, and nothing of it is under way.</summary>
public sealed record RunCompleted : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The whole recipe as JSON, as it was at the start.</summary>
    public required string RecipeText { get; init; }

    /// <summary>The domain pack and its version, <c>name@version</c>.</summary>
    public required string Domain { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The run's seed.</summary>
    public required long Seed { get; init; }

    /// <summary>What became of each cell.</summary>
    public required IReadOnlyList<CellOutcome> Cells { get; init; }

    /// <summary>What the data set must reach.</summary>
    public required ReleaseGate Gate { get; init; }

    /// <summary>How released samples are chosen among the accepted ones; null releases all.</summary>
    public SelectionPolicy? Selection { get; init; }

    /// <summary>The formats to write.</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>What instructions and prompts of this run cost.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];
}
