namespace DialInsight.LanguageModels.Facts;

/// <summary>An evolved instruction.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Gain">Whether the model holds it to be more demanding than the one it came from.</param>
public sealed record EvolveAnswer(string Instruction, bool Gain);
