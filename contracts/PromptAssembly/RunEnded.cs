namespace DialInsight.Contracts.PromptAssembly;

/// <summary>A run is over, however it ended. Workers skip what is still queued for it.</summary>
public sealed record RunEnded : IFact
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>How it ended.</summary>
    public required RunEnding Ending { get; init; }
}
