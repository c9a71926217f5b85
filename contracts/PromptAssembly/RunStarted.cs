namespace DialInsight.Contracts.PromptAssembly;

/// <summary>A recipe began to be filled.</summary>
public sealed record RunStarted : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The domain pack.</summary>
    public required string Domain { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Fixes every random choice of the run.</summary>
    public required long Seed { get; init; }

    /// <summary>Who decides the gates of the run's instructions.</summary>
    public required CurationPolicy Curation { get; init; }

    /// <summary>The cells.</summary>
    public required IReadOnlyList<RunCell> Cells { get; init; }

    /// <summary>What the data set must reach.</summary>
    public ReleaseGate Gate { get; init; } = new();

    /// <summary>How released samples are chosen among the accepted ones; null releases all.</summary>
    public SelectionPolicy? Selection { get; init; }
}
