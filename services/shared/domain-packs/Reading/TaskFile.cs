using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads tasks.yaml, after the formats that it refers to.</summary>
internal static class TaskFile
{
    public static void Read(PackDraft draft)
    {
        HashSet<string> used = [];
        draft.Files.Each("tasks.yaml", fields =>
        {
            IReadOnlyList<YamlScalar> formats = fields.Texts("formats");
            if (formats.Count == 0)
                fields.Problem("formats", "must name at least one output format");
            foreach (YamlScalar format in formats)
            {
                used.Add(format.Value);
                RequireFormat(draft, fields, format);
            }

            draft.TaskTypes.Add(new TaskType
            {
                Id = draft.TaskIds.Declare(fields),
                Kind = KebabCase.Value<TaskKind>(fields, "kind"),
                Weight = fields.Number("weight", 1, 0, 1_000_000, above: true),
                Title = Localised.Text(fields, "title", draft.Languages),
                Formats = [.. formats.Select(format => format.Value)],
            });
        });
        if (draft.TaskTypes.Count > 0)
            RefuseUnused(draft, used);
    }

    private static void RequireFormat(PackDraft draft, YamlFields fields, YamlScalar format)
    {
        foreach (string language in draft.Languages)
        {
            PackNames known = draft.FormatIds[language];
            if (!known.All.Contains(format.Value))
            {
                fields.Problem(format.Line, "formats",
                    $"\"{format.Value}\" is not in {FormatFile.Name(language)}{MistypedName.Hint(format.Value, known.All)}");
            }
        }
    }

    private static void RefuseUnused(PackDraft draft, HashSet<string> used)
    {
        foreach ((string file, int line, string id) in draft.FormatPlaces.Where(place => !used.Contains(place.Id)))
            draft.Files.Problem(file, line, $"id \"{id}\" is a format that no task type in tasks.yaml uses; name it there or remove it");
    }
}
