using DialInsight.Conversations.Preparing;

namespace DialInsight.Cli.Previewing;

/// <summary>What is to be shown.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="Domain">The pack's name, or null.</param>
/// <param name="Mapping">The field mapping's name, or null.</param>
/// <param name="Defaults">What is true of all records.</param>
internal sealed record PreviewChoice(string[] Paths, string? Domain, string? Mapping, ConversationDefaults Defaults);

/// <summary>What was asked for cannot be had; the message says what can.</summary>
internal sealed class PreviewException(string message) : Exception(message);
