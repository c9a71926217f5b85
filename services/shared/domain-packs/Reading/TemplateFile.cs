using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads templates.LANGUAGE.yaml.</summary>
internal static class TemplateFile
{
    public static void Read(PackDraft draft)
    {
        foreach (string language in draft.Languages)
        {
            string file = $"templates.{language}.yaml";
            draft.Files.Each(file, fields => draft.Parts.Add(ReadPart(draft, fields, language)));
            RequireEveryKind(draft, file, language);
        }
    }

    private static TemplatePart ReadPart(PackDraft draft, YamlFields fields, string language)
    {
        TemplatePart part = TemplatePartReading.Read(fields, draft.PartIds.Declare(fields), language);
        draft.ScenarioIds.Require(fields, "scenario", part.Scenario);
        draft.TaskIds.Require(fields, "task", part.TaskType);
        return part;
    }

    /// <summary>Every prompt needs each kind but the example: there must be one that suits any scenario and task.</summary>
    private static void RequireEveryKind(PackDraft draft, string file, string language)
    {
        TemplatePart[] general = [.. draft.Parts.Where(part => part.Language == language && part.Scenario is null && part.TaskType is null)];
        if (!draft.Parts.Any(part => part.Language == language))
            return;
        foreach (TemplatePartKind kind in Enum.GetValues<TemplatePartKind>().Where(kind => kind != TemplatePartKind.Example))
        {
            if (general.All(part => part.Kind != kind))
                draft.Files.Problem(file, 1, $"there is no part of kind {KebabCase.Of(kind)} for every scenario and task; add one without scenario and task");
        }
    }
}
