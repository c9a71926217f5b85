using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>A template part as callers see it.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Version">The pack's version, and which edit over it.</param>
/// <param name="Id">The part's id.</param>
/// <param name="Kind">What part of a prompt it is.</param>
/// <param name="Language">The language.</param>
/// <param name="Scenario">The scenario it is for; null is any.</param>
/// <param name="TaskType">The task type it is for; null is any.</param>
/// <param name="Text">The text, with its placeholders.</param>
/// <param name="Tokens">The text's tokens (Qwen), its placeholders open.</param>
internal sealed record TemplatePartView(
    string Domain, string Version, string Id, TemplatePartKind Kind, string Language, string? Scenario, string? TaskType, string Text, int Tokens)
{
    public static TemplatePartView Of(DomainPack pack, TemplatePart part) =>
        new(pack.Name, VersionOf(pack.Version, part.Edition), part.Id, part.Kind, part.Language, part.Scenario, part.TaskType, part.Text, Tokenizer.Qwen.Count(part.Text));

    /// <summary>The pack's version, and which edit over it: <c>1.0.0</c>, <c>1.0.0+2</c>.</summary>
    public static string VersionOf(string pack, int edition) => edition == 0 ? pack : $"{pack}+{edition}";
}

/// <summary>A template part or an output format with all its versions, the newest first.</summary>
internal sealed record TemplateHistoryView(string Domain, string Id, string Language, IReadOnlyList<TemplateVersionView> Versions);

/// <summary>One version. The first is the pack's own, made by nobody.</summary>
internal sealed record TemplateVersionView(string Version, string? By, DateTimeOffset? At, bool Retired, TemplatePartView? Part, OutputFormat? Format);
