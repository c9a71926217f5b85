using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Comparisons;

/// <summary>What a dialogue tells of two options in one respect.</summary>
/// <param name="Aspect">The respect.</param>
/// <param name="First">What was said of the first option; null where nothing was.</param>
/// <param name="Second">The same of the second.</param>
/// <param name="Source">A sentence that tells it.</param>
internal sealed record AspectRow(string Aspect, string? First, string? Second, Sentence Source);
