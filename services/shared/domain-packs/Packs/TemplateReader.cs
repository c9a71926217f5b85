using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Reading;
using DialInsight.DomainPacks.Recipes;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Reads edits of template parts and output formats, and holds them to the rules that a pack's files are held to.</summary>
public static class TemplateReader
{
    /// <summary>Reads edits: <c>domain</c>, <c>language</c>, and <c>parts</c>, <c>formats</c> and <c>retire</c> (ids of parts), as a pack's files spell them.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="pack">Finds the pack that is edited, with the edits that were made before.</param>
    /// <exception cref="RecipeException">The edits have problems; every one of them is told, with its line.</exception>
    public static TemplateEdits Read(string text, Func<string, DomainPack?> pack)
    {
        List<YamlProblem> problems = [];
        TemplateEdits? edits = null;
        if (YamlTree.Parse(text, problems) is { } root && YamlFields.Of(root, "", problems) is { } fields)
        {
            edits = ReadFields(fields, pack);
            fields.RefuseOthers();
        }

        return edits is not null && problems.Count == 0
            ? edits
            : throw new RecipeException("templates", [.. problems.OrderBy(problem => problem.Line).Select(problem => new RecipeProblem(problem.Line, problem.Path, problem.Message))]);
    }

    private static TemplateEdits? ReadFields(YamlFields fields, Func<string, DomainPack?> find)
    {
        string domain = fields.Text("domain");
        string language = fields.Text("language");
        DomainPack? pack = domain.Length > 0 ? find(domain) : null;
        if (domain.Length > 0 && pack is null)
            fields.Problem("domain", $"\"{domain}\" is no domain pack here");
        if (pack is not null && language.Length > 0 && !pack.Languages.Contains(language))
            fields.Problem("language", $"\"{language}\" must be one of {string.Join(", ", pack.Languages)}");
        PackNames ids = new("template part");
        TemplatePart[] parts = [.. fields.Maps("parts").Select(map => ReadPart(map, ids, language, pack))];
        PackNames formatIds = new("output format");
        LocalisedFormat[] formats = [.. fields.Maps("formats").Select(map => ReadFormat(map, formatIds, language, pack))];
        string[] retired = [.. fields.Texts("retire").Select(id => id.Value)];
        if (parts.Length + formats.Length + retired.Length == 0)
            fields.Problem("parts", "are missing: give parts, formats or retire");
        if (pack is null)
            return null;

        foreach (string unknown in retired.Except(pack.TemplateParts.Where(part => part.Language == language).Select(part => part.Id)))
            fields.Problem("retire", $"\"{unknown}\" is no template part of the pack in this language");
        var edits = new TemplateEdits(pack.Name, language, parts, formats, retired);
        if (pack.Languages.Contains(language) && TemplateEdits.MissingKind(edits.ApplyTo(pack), language) is { } missing)
            fields.Problem("parts", $"would leave no part of kind {KebabCase.Of(missing)} for every scenario and task");
        return edits;
    }

    private static TemplatePart ReadPart(YamlFields map, PackNames ids, string language, DomainPack? pack)
    {
        TemplatePart part = TemplatePartReading.Read(map, ids.Declare(map), language);
        Require(map, "scenario", part.Scenario, pack?.Scenarios.Select(scenario => scenario.Id));
        Require(map, "task", part.TaskType, pack?.TaskTypes.Select(task => task.Id));
        if (pack?.TemplateParts.FirstOrDefault(known => known.Id == part.Id) is { } other && other.Language != language)
            map.Problem("id", $"\"{part.Id}\" is a part in the language {other.Language}; choose another id");
        map.RefuseOthers();
        return part;
    }

    private static LocalisedFormat ReadFormat(YamlFields map, PackNames ids, string language, DomainPack? pack)
    {
        string id = ids.Declare(map);
        OutputFormatKind kind = KebabCase.Value<OutputFormatKind>(map, "kind");
        LocalisedFormat[] known = [.. pack?.Formats.Where(format => format.Format.Id == id) ?? []];
        LocalisedFormat? replaced = Array.Find(known, format => format.Language == language);
        if (known.Length > 0 && known[0].Format.Kind != kind)
            map.Problem("kind", $"must stay {KebabCase.Of(known[0].Format.Kind)}: the other languages' and the task's prompts rely on it");
        IReadOnlyList<string>? tasks = map.Node("tasks") is null ? replaced?.TaskTypes : ReadTasks(map, pack, replaced);
        if (pack is not null && id.Length > 0 && replaced is null && map.Node("tasks") is null)
        {
            IEnumerable<string> names = pack.Formats.Where(format => format.Language == language).Select(format => format.Format.Id);
            map.Problem("id", $"\"{id}\" is no output format of the pack{MistypedName.Hint(id, names)}; to add one, name the task types that it suits: tasks: [ … ]");
        }

        LocalisedFormat format = FormatReading.Read(map, id, kind, language);
        map.RefuseOthers();

        // Hints are for the offline annotator: those of fields that stay go on holding. So does what people call it.
        return format with { Title = format.Title ?? replaced?.Title, TaskTypes = tasks, Hints = format.Hints.Count > 0 || replaced is null ? format.Hints : replaced.Hints };
    }

    /// <summary>The task types of a format that is not the pack's own. One that was added before may lose all: then no prompt asks for it any more.</summary>
    private static string[] ReadTasks(YamlFields map, DomainPack? pack, LocalisedFormat? replaced)
    {
        string[] tasks = [.. map.Texts("tasks").Select(task => task.Value)];
        if (replaced is { TaskTypes: null })
            map.Problem("tasks", "are said by the pack's files: leave them out");
        if (replaced is null && tasks.Length == 0)
            map.Problem("tasks", "must name at least one task type");
        foreach (string task in tasks)
            Require(map, "tasks", task, pack?.TaskTypes.Select(known => known.Id));
        return tasks;
    }

    private static void Require(YamlFields map, string name, string? value, IEnumerable<string>? known)
    {
        if (value is not null && known is not null && !known.Contains(value))
            map.Problem(name, $"\"{value}\" is not in the domain pack{MistypedName.Hint(value, known)}");
    }
}
