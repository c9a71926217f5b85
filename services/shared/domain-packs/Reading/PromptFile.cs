using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads prompts.LANGUAGE.yaml, which a pack may have: what it does not say, the built-in file says.</summary>
internal static partial class PromptFile
{
    private const string BuiltInSource = "built-in";
    private const int MaximumLength = 4_000;

    private static readonly string[] s_about = ["scenario", "roles", "task"];

    /// <summary>What each prompt but the operators' must hold, once.</summary>
    private static readonly Dictionary<string, string[]> s_needs = new(StringComparer.Ordinal)
    {
        [InstructionPrompt.Seed] = ["examples", "dialogue", "count"],
        [InstructionPrompt.Evolve] = ["method", "dialogue", "instruction"],
        [InstructionPrompt.Suggest] = ["guidance", "dialogue", "instruction"],
        [InstructionPrompt.Tune] = ["method", "failures"],
    };

    public static void Read(PackDraft draft)
    {
        foreach (string language in draft.Languages)
        {
            string file = Name(language);
            if (!draft.Files.Exists(file))
                continue;
            PackNames ids = new("prompt");
            draft.Files.Each(file, fields => draft.Prompts.Add(ReadPrompt(fields, language, $"{draft.Header.Name}@{draft.Header.Version}", ids)));
        }
    }

    /// <summary>The prompts that every pack falls back on.</summary>
    public static IReadOnlyList<InstructionPrompt> BuiltIn()
    {
        List<InstructionPrompt> prompts = [];
        foreach (string language in (string[])["zh", "en"])
        {
            List<YamlProblem> problems = [];
            using Stream stream = typeof(PromptFile).Assembly.GetManifestResourceStream(Name(language))!;
            using StreamReader reader = new(stream);
            PackNames ids = new("prompt");
            YamlNode root = YamlTree.Parse(reader.ReadToEnd(), problems) ?? throw new InvalidDataException($"{Name(language)}: {problems[0].Message}");
            prompts.AddRange(YamlFields.Maps(root, "", problems).Select(fields => ReadPrompt(fields, language, BuiltInSource, ids)));
            if (problems.Count > 0)
                throw new InvalidDataException($"{Name(language)}({problems[0].Line}): {problems[0].Path} {problems[0].Message}");
        }

        return prompts;
    }

    private static string Name(string language) => $"prompts.{language}.yaml";

    private static InstructionPrompt ReadPrompt(YamlFields fields, string language, string source, PackNames ids)
    {
        string id = ids.Declare(fields);
        if (id.Length > 0 && !s_needs.ContainsKey(id) && !InstructionPrompt.Operators.Contains(id))
            fields.Problem("id", $"\"{id}\" is no prompt{MistypedName.Hint(id, [.. s_needs.Keys, .. InstructionPrompt.Operators])}");
        InstructionPrompt prompt = new()
        {
            Id = id,
            Language = language,
            Version = (int)fields.Whole("version", 1, 1, 1_000_000),
            Source = source,
            System = fields.OptionalText("system") ?? "",
            Text = fields.Text("text"),
        };
        CheckText(fields, "system", prompt.System, [], []);
        CheckText(fields, "text", prompt.Text, s_needs.GetValueOrDefault(id, []), s_needs.ContainsKey(id) && id != InstructionPrompt.Tune ? s_about : []);
        return prompt;
    }

    private static void CheckText(YamlFields fields, string name, string text, string[] needed, string[] allowed)
    {
        if (text.Length > MaximumLength)
            fields.Problem(name, $"must be {MaximumLength:N0} characters at most");
        string[] used = [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value.Trim())];
        foreach (string unknown in used.Except([.. needed, .. allowed]))
            fields.Problem(name, $"holds {{{{{unknown}}}}}, which has no place here");
        foreach (string missing in needed.Where(place => used.Count(one => one == place) != 1))
            fields.Problem(name, $"must hold {{{{{missing}}}}} once");
        if (Placeholder().Replace(text, "") is var rest && (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)))
            fields.Problem(name, "holds {{ or }} that belong to no placeholder");
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Placeholder();
}
