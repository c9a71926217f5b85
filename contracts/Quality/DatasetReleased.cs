namespace DialInsight.Contracts.Quality;

/// <summary>A data set passed its gate and was released. It does not change any more, but for erasures.</summary>
public sealed record DatasetReleased : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The release's name.</summary>
    public required string Release { get; init; }

    /// <summary>Its version among those of the recipe, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The domain pack and its version.</summary>
    public required string Domain { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How many samples it holds.</summary>
    public required int Samples { get; init; }

    /// <summary>How many accepted samples they were selected from; null where the recipe selects nothing, and all were released.</summary>
    public int? SelectedFrom { get; init; }

    /// <summary>SHA-256 over the sample ids and answers in release order, hexadecimal.</summary>
    public required string Checksum { get; init; }

    /// <summary>The headline metrics by name.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>The formats it can be exported in.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];
}
