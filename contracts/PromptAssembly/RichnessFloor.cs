namespace DialInsight.Contracts.PromptAssembly;

/// <summary>The least richness, per text; null is not asked for.</summary>
/// <param name="Prompt">Of the prompts without their dialogues.</param>
/// <param name="Input">Of the dialogues.</param>
/// <param name="Target">Of the answers.</param>
public sealed record RichnessFloor(double? Prompt = null, double? Input = null, double? Target = null);
