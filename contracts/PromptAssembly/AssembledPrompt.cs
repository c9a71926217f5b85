namespace DialInsight.Contracts.PromptAssembly;

/// <summary>A prompt around a dialogue. What the model reads is <see cref="Before"/>, the dialogue, then <see cref="After"/>.</summary>
/// <param name="Before">Background and roles.</param>
/// <param name="After">The narrative: task, guidelines and output format.</param>
public sealed record AssembledPrompt(string Before, string After);
