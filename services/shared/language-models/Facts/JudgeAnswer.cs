using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.LanguageModels.Facts;

/// <summary>A verdict, its evidence first.</summary>
/// <param name="Evidence">What in the dialogue and the label speaks for the verdict.</param>
/// <param name="Level">The level.</param>
/// <param name="Complexity">How much is asked of whoever answers, 1 to 6; null where no scores are asked for.</param>
/// <param name="Quality">How good the label is to learn from, 1 to 6; null where no scores are asked for.</param>
public sealed record JudgeAnswer(IReadOnlyList<string> Evidence, QualityLevel Level, int? Complexity = null, int? Quality = null);
