namespace DialInsight.LanguageModels;

/// <summary>One message of a request.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">The text.</param>
public sealed record ModelMessage(string Role, string Text);
