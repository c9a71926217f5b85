using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Quality.Reviews;

/// <summary>What a person decided about a sample.</summary>
/// <param name="Level">The level.</param>
/// <param name="Reason">Why, in the person's words; 1 to 2,000 characters.</param>
/// <param name="Answer">The corrected answer; null leaves it as it is. It must pass the hard gates.</param>
internal sealed record ReviewDecision(QualityLevel? Level, string? Reason, string? Answer);
