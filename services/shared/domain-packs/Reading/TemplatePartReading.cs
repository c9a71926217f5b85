using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads one template part.</summary>
internal static class TemplatePartReading
{
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
        // That there is none has been told already.
        foreach (TemplateTextProblem problem in TemplateText.Problems(part.Kind, part.Text).Where(problem => problem.Fault != TemplateTextFault.Empty))
            fields.Problem("text", problem.Message);
        return part;
    }
}
