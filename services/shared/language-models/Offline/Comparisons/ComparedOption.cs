using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Comparisons;

/// <summary>One of the options that a dialogue weighs against each other.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Sentences">What was said of it.</param>
internal sealed record ComparedOption(string Name, List<Sentence> Sentences);
