namespace DialInsight.DomainPacks.Packs;

/// <summary>Template parts and output formats that are to take the place of a pack's, or to stand beside them.</summary>
/// <param name="Domain">The pack's name.</param>
/// <param name="Language">The language they are written in.</param>
/// <param name="Parts">Parts, by id: new ones, or ones that replace the pack's.</param>
/// <param name="Formats">Formats, by id: new ones, which name the task types that they suit, or ones that replace the pack's.</param>
/// <param name="Retired">Ids of parts that prompts are not made of any more.</param>
public sealed record TemplateEdits(
    string Domain, string Language, IReadOnlyList<TemplatePart> Parts, IReadOnlyList<LocalisedFormat> Formats, IReadOnlyList<string> Retired)
{
    /// <summary>The pack with these edits made. Neither is changed.</summary>
    public DomainPack ApplyTo(DomainPack pack)
    {
        HashSet<string> replaced = [.. Retired, .. Parts.Select(part => part.Id)];
        Dictionary<string, LocalisedFormat> formats = Formats.ToDictionary(format => format.Format.Id);
        return pack with
        {
            TemplateParts = [.. pack.TemplateParts.Where(part => part.Language != Language || !replaced.Contains(part.Id)), .. Parts.Where(part => !Retired.Contains(part.Id))],
            Formats =
            [
                .. pack.Formats.Select(format => format.Language == Language && formats.Remove(format.Format.Id, out LocalisedFormat? edited) ? edited : format),
                .. Formats.Where(format => formats.ContainsKey(format.Format.Id)),
            ],
        };
    }

    /// <summary>The kind of part, if any, that a pack has none of for every scenario and task: then prompts cannot be put together.</summary>
    public static TemplatePartKind? MissingKind(DomainPack pack, string language)
    {
        HashSet<TemplatePartKind> general =
            [.. pack.TemplateParts.Where(part => part.Language == language && part.Scenario is null && part.TaskType is null).Select(part => part.Kind)];
        foreach (TemplatePartKind kind in Enum.GetValues<TemplatePartKind>())
        {
            if (kind != TemplatePartKind.Example && !general.Contains(kind))
                return kind;
        }

        return null;
    }
}
