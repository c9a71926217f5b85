namespace DialInsight.Client.Instructions;

/// <summary>Which instructions are wanted; what is null does not matter.</summary>
/// <param name="Gate">The gate they wait at.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="TaskType">The task type.</param>
/// <param name="Newest">Newest first.</param>
public sealed record InstructionFilter(string? Gate = null, string? State = null, string? Scenario = null, string? TaskType = null, bool Newest = false);

/// <summary>What a person decides at a gate.</summary>
/// <param name="Decision"><c>keep</c>, <c>edit</c> or <c>reject</c>.</param>
/// <param name="Text">The better version, for an edit.</param>
/// <param name="Reason">Why; a rejection needs one.</param>
/// <param name="Version">The version that was looked at; another one is answered 409.</param>
public sealed record InstructionDecision(string Decision, string? Text, string? Reason, long Version);
