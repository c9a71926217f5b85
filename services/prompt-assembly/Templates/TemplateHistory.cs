using DialInsight.DomainPacks.Packs;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>The versions of a template part or an output format.</summary>
internal static class TemplateHistory
{
    /// <summary>The histories of what bears an id in a pack: a part has one, a format one for each language.</summary>
    public static IEnumerable<TemplateHistoryView> Of(DomainPack pack, string id, IReadOnlyList<TemplateEditDocument> edits)
    {
        TemplatePart? part = pack.TemplateParts.FirstOrDefault(known => known.Id == id && known.Edition == 0);
        LocalisedFormat[] formats = [.. pack.Formats.Where(known => known.Format.Id == id && known.Edition == 0)];
        foreach (string language in pack.Languages)
        {
            TemplateVersionView[] versions =
            [
                .. edits.Where(edit => edit.Name == id && edit.Language == language).OrderByDescending(edit => edit.Version).Select(edit => View(pack, edit)),
                .. part?.Language == language ? new[] { new TemplateVersionView(pack.Version, null, null, false, TemplatePartView.Of(pack, part), null) } : [],
                .. formats.Where(format => format.Language == language).Select(format => new TemplateVersionView(pack.Version, null, null, false, null, format.Format)),
            ];
            if (versions.Length > 0)
                yield return new TemplateHistoryView(pack.Name, id, language, versions);
        }
    }

    private static TemplateVersionView View(DomainPack pack, TemplateEditDocument edit) => new(
        TemplatePartView.VersionOf(edit.Over, edit.Version),
        edit.By,
        edit.At,
        edit.IsRetirement,
        edit.Part is { } part ? TemplatePartView.Of(pack with { Version = edit.Over }, part) : null,
        edit.Format?.Format);
}
