using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Yaml;
using DialInsight.TextAnalysis.Spelling;

namespace DialInsight.DomainPacks.Packs;

/// <summary>What the text of a template part may hold.</summary>
public static partial class TemplateText
{
    /// <summary>The most characters of a part.</summary>
    public const int MaximumLength = 4_000;

    private static readonly string[] s_everywhere = ["scenario", "channel", "roles", "task"];

    /// <summary>The placeholder that belongs to one kind of part alone: there once, and nowhere else.</summary>
    private static readonly Dictionary<TemplatePartKind, string> s_own = new()
    {
        [TemplatePartKind.TaskNarrative] = "instruction",
        [TemplatePartKind.OutputFormat] = "format",
        [TemplatePartKind.DialogueBlock] = "dialogue",
    };

    private static readonly string[] s_all = [.. s_everywhere, .. s_own.Values];

    /// <summary>The placeholders that a part of this kind may hold; one that it must hold comes first.</summary>
    public static IReadOnlyList<string> Placeholders(TemplatePartKind kind) => s_own.TryGetValue(kind, out string? own) ? [own, .. s_everywhere] : s_everywhere;

    /// <summary>What is wrong with a part's text; nothing where it can be used.</summary>
    public static IEnumerable<TemplateTextProblem> Problems(TemplatePartKind kind, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield return new(TemplateTextFault.Empty, null, null, "must not be empty");
        if (text.Length > MaximumLength)
            yield return new(TemplateTextFault.TooLong, null, null, $"must be {MaximumLength:N0} characters at most");
        string[] used = [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value.Trim())];
        foreach (string unknown in used.Except(s_all))
            yield return new(TemplateTextFault.UnknownPlaceholder, unknown, NearestName.Find(unknown, s_all), $"holds {{{{{unknown}}}}}, which is no placeholder{MistypedName.Hint(unknown, s_all)}");
        foreach ((TemplatePartKind owner, string own) in s_own)
        {
            int times = used.Count(name => name == own);
            if (owner == kind && times != 1)
                yield return new(TemplateTextFault.NotOnce, own, null, $"must hold {{{{{own}}}}} once");
            if (owner != kind && times > 0)
                yield return new(TemplateTextFault.ForeignPlaceholder, own, null, $"must not hold {{{{{own}}}}}: it belongs to parts of kind {KebabCase.Of(owner)}");
        }

        if (Placeholder().Replace(text, "") is var rest && (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)))
            yield return new(TemplateTextFault.StrayBraces, null, null, "holds {{ or }} that belong to no placeholder");
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Placeholder();
}

/// <summary>One thing that is wrong with a template part's text.</summary>
/// <param name="Fault">What kind of thing.</param>
/// <param name="Placeholder">The placeholder it is about, without braces; null where it is about none.</param>
/// <param name="Meant">The placeholder that was probably meant; null where none is near.</param>
/// <param name="Message">The same in words, as the rest of a sentence that “the text” begins.</param>
public sealed record TemplateTextProblem(TemplateTextFault Fault, string? Placeholder, string? Meant, string Message);

/// <summary>What can be wrong with a template part's text.</summary>
public enum TemplateTextFault
{
    /// <summary>Nothing is there.</summary>
    Empty,

    /// <summary>It has too many characters.</summary>
    TooLong,

    /// <summary>A placeholder is known nowhere.</summary>
    UnknownPlaceholder,

    /// <summary>The placeholder that belongs to this kind of part is missing, or there more than once.</summary>
    NotOnce,

    /// <summary>A placeholder belongs to another kind of part.</summary>
    ForeignPlaceholder,

    /// <summary>Braces belong to no placeholder.</summary>
    StrayBraces,
}
