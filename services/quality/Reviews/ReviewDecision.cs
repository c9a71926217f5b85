using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Quality.Reviews;

/// <summary>What a person decided about a sample.</summary>
/// <param name="Level">The level.</param>
/// <param name="Reason">Why, in the person's words; 1 to 2,000 characters.</param>
/// <param name="Answer">The corrected answer; null leaves it as it is. It must pass the hard gates.</param>
/// <param name="Revision">The revision of the judgement that the person saw; where another has taken its place the decision is not taken. Null takes the place of whatever stands.</param>
internal sealed record ReviewDecision(QualityLevel? Level, string? Reason, string? Answer, int? Revision = null);
