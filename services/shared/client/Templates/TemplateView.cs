using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Client.Templates;

/// <summary>A template part.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Version">The pack's version, and which edit over it.</param>
/// <param name="Id">The part's id.</param>
/// <param name="Kind">What part of a prompt it is.</param>
/// <param name="Language">The language.</param>
/// <param name="Scenario">The scenario it is for; null is any.</param>
/// <param name="TaskType">The task type it is for; null is any.</param>
/// <param name="Text">The text, with its placeholders.</param>
/// <param name="Tokens">The text's tokens (Qwen), its placeholders open.</param>
public sealed record TemplateView(string Domain, string Version, string Id, string Kind, string Language, string? Scenario, string? TaskType, string Text, int Tokens);

/// <summary>A template part or an output format with all its versions, the newest first.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Id">Its id.</param>
/// <param name="Language">The language.</param>
/// <param name="Versions">The versions.</param>
public sealed record TemplateHistory(string Domain, string Id, string Language, IReadOnlyList<TemplateVersion> Versions);

/// <summary>One version. The first is the pack's own, made by nobody.</summary>
/// <param name="Version">The version.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Retired">Whether it is not used any more.</param>
/// <param name="Part">The part; null for an output format.</param>
/// <param name="Format">The output format; null for a part.</param>
public sealed record TemplateVersion(string Version, string? By, DateTimeOffset? At, bool Retired, TemplateView? Part, OutputFormat? Format);
