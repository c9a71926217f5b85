using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads exemplars.LANGUAGE.yaml.</summary>
internal static class ExemplarFile
{
    public static void Read(PackDraft draft)
    {
        foreach (string language in draft.Languages)
        {
            string file = $"exemplars.{language}.yaml";
            HashSet<string> seen = new(StringComparer.Ordinal);
            draft.Files.Each(file, fields => ReadGroup(draft, fields, language, seen));
            RequireEveryTask(draft, file, language);
        }
    }

    private static void ReadGroup(PackDraft draft, YamlFields fields, string language, HashSet<string> seen)
    {
        string task = fields.Text("task");
        string? scenario = fields.OptionalText("scenario");
        draft.TaskIds.Require(fields, "task", task);
        draft.ScenarioIds.Require(fields, "scenario", scenario);
        IReadOnlyList<YamlScalar> texts = fields.Texts("texts");
        if (texts.Count == 0)
            fields.Problem("texts", "must hold at least one instruction");
        foreach (YamlScalar text in texts)
        {
            CheckText(draft, fields, language, text);
            if (!seen.Add(text.Value))
                fields.Problem(text.Line, "texts", "this instruction is there already");
            draft.Exemplars.Add(new Exemplar { Language = language, Scenario = scenario, TaskType = task, Text = text.Value });
        }
    }

    /// <summary>The bounds that instructions are filtered by later (method: seeding filters).</summary>
    private static void CheckText(PackDraft draft, YamlFields fields, string language, YamlScalar text)
    {
        int length = language == "zh"
            ? text.Value.EnumerateRunes().Count()
            : text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        (int least, int most, string unit) = language == "zh" ? (6, 300, "characters") : (4, 150, "words");
        if (length < least || length > most)
            fields.Problem(text.Line, "texts", $"this instruction has {length} {unit}; it must have {least} to {most}");
        if (draft.Header.BannedWords.TryGetValue(language, out IReadOnlyList<string>? banned)
            && BannedWords.Find(banned, text.Value) is { } found)
        {
            fields.Problem(text.Line, "texts", $"this instruction holds the banned word \"{found}\"");
        }
    }

    private static void RequireEveryTask(PackDraft draft, string file, string language)
    {
        if (!draft.Exemplars.Any(exemplar => exemplar.Language == language))
            return;
        foreach (string task in draft.TaskIds.All)
        {
            if (!draft.Exemplars.Any(exemplar => exemplar.Language == language && exemplar.TaskType == task))
                draft.Files.Problem(file, 1, $"there is no instruction for the task type \"{task}\"");
        }
    }
}
