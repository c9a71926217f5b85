using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads one template part.</summary>
internal static partial class TemplatePartReading
{
    private const int MaximumLength = 4_000;

    private static readonly string[] Placeholders = ["scenario", "channel", "roles", "task", "instruction", "format", "dialogue"];

    /// <summary>The placeholder that belongs to one kind of part alone: there once, and nowhere else.</summary>
    private static readonly Dictionary<TemplatePartKind, string> Own = new()
    {
        [TemplatePartKind.TaskNarrative] = "instruction",
        [TemplatePartKind.OutputFormat] = "format",
        [TemplatePartKind.DialogueBlock] = "dialogue",
    };

    public static TemplatePart Read(YamlFields fields, string id, string language)
    {
        TemplatePart part = new()
        {
            Id = id,
            Kind = KebabCase.Value<TemplatePartKind>(fields, "kind"),
            Language = language,
            Scenario = fields.OptionalText("scenario"),
            TaskType = fields.OptionalText("task"),
            Text = fields.Text("text"),
        };
        CheckText(fields, part);
        return part;
    }

    private static void CheckText(YamlFields fields, TemplatePart part)
    {
        if (part.Text.Length > MaximumLength)
            fields.Problem("text", $"must be {MaximumLength:N0} characters at most");
        string[] used = [.. Placeholder().Matches(part.Text).Select(match => match.Groups[1].Value.Trim())];
        foreach (string unknown in used.Except(Placeholders))
            fields.Problem("text", $"holds {{{{{unknown}}}}}, which is no placeholder{NearestName.Hint(unknown, Placeholders)}");
        foreach ((TemplatePartKind kind, string own) in Own)
        {
            int times = used.Count(name => name == own);
            if (kind == part.Kind && times != 1)
                fields.Problem("text", $"must hold {{{{{own}}}}} once");
            if (kind != part.Kind && times > 0)
                fields.Problem("text", $"must not hold {{{{{own}}}}}: it belongs to parts of kind {KebabCase.Of(kind)}");
        }

        if (Placeholder().Replace(part.Text, "") is var rest && (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)))
            fields.Problem("text", "holds {{ or }} that belong to no placeholder");
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Placeholder();
}
