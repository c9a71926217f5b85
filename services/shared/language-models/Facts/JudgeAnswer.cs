using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.LanguageModels.Facts;

/// <summary>A verdict, its evidence first.</summary>
/// <param name="Evidence">What in the dialogue and the label speaks for the verdict.</param>
/// <param name="Level">The level.</param>
public sealed record JudgeAnswer(IReadOnlyList<string> Evidence, QualityLevel Level);
