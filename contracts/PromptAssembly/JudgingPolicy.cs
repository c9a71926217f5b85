namespace DialInsight.Contracts.PromptAssembly;

/// <summary>How the samples of a run are judged.</summary>
public sealed record JudgingPolicy
{
    /// <summary>How many independent verdicts are asked for; the majority decides. 1 to 15.</summary>
    public int Samples { get; init; } = 3;

    /// <summary>The levels that are accepted.</summary>
    public IReadOnlyList<QualityLevel> Accept { get; init; } = [QualityLevel.High];

    /// <summary>Whether each verdict scores complexity and quality as well, from 1 to 6: a selection goes by them.</summary>
    public bool Scored { get; init; }
}
