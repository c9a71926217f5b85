namespace DialInsight.LanguageModels.Facts;

/// <summary>New instructions.</summary>
/// <param name="Instructions">The instructions.</param>
public sealed record SeedAnswer(IReadOnlyList<string> Instructions);
