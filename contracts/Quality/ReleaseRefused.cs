namespace DialInsight.Contracts.Quality;

/// <summary>A run's data set did not pass its gate.</summary>
public sealed record ReleaseRefused : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>What failed.</summary>
    public required IReadOnlyList<GateFailure> Failures { get; init; }

    /// <summary>The headline metrics by name.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }
}
