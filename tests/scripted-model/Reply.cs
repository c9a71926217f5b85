namespace DialInsight.ScriptedModel;

/// <summary>What a chat completion says.</summary>
internal sealed record Reply(string? Text, string FinishReason, string? Refusal = null, bool HasUsage = true);
