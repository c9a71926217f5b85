using DialInsight.Contracts;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>A better version of an instruction as a model sees it. It changes nothing; a person may take it into an edit.</summary>
/// <param name="Text">The text.</param>
/// <param name="Model">The model.</param>
/// <param name="PromptVersion">The prompt that asked for it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">The person who asked for it.</param>
/// <param name="Guidance">What that person wanted to be better; null where nothing was said.</param>
/// <param name="Diff">What it changes.</param>
/// <param name="Spend">What the call used.</param>
internal sealed record Suggestion(
    string Text, string Model, string PromptVersion, DateTimeOffset At, string By, string? Guidance, IReadOnlyList<TextChange> Diff, ModelSpend Spend);
