using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>What pack.yaml holds.</summary>
internal sealed record PackHeader(
    string Name, string Version, IReadOnlyList<string> Languages, string DefaultScenario, int DefaultScenarioLine,
    IReadOnlyDictionary<string, IReadOnlyList<string>> BannedWords)
{
    /// <summary>The languages that texts can be written in: prompts, format texts and evidence know these.</summary>
    private static readonly string[] Known = ["zh", "en"];

    public static PackHeader Read(PackFiles files)
    {
        PackHeader header = new("", "", [], "", 1, new Dictionary<string, IReadOnlyList<string>>());
        files.One(DomainPackReader.PackFile, fields =>
        {
            IReadOnlyList<string> languages = ReadLanguages(fields);
            header = new PackHeader(
                new PackNames("pack").Declare(fields, "name"),
                ReadVersion(fields),
                languages,
                fields.Text("defaultScenario"),
                fields.LineOf("defaultScenario"),
                fields.Node("bannedWords") is null ? header.BannedWords : Localised.Words(fields, "bannedWords", languages));
        });
        return header;
    }

    private static string[] ReadLanguages(YamlFields fields)
    {
        IReadOnlyList<YamlScalar> languages = fields.Texts("languages");
        if (languages.Count == 0)
            fields.Problem("languages", "must name at least one of zh, en");
        foreach (YamlScalar unknown in languages.Where(language => !Known.Contains(language.Value)))
            fields.Problem(unknown.Line, "languages", $"\"{unknown.Value}\" is not supported; known are zh, en");
        return [.. languages.Select(language => language.Value).Where(language => Known.Contains(language)).Distinct()];
    }

    private static string ReadVersion(YamlFields fields)
    {
        string version = fields.Text("version");
        if (version.Length > 32 || version.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('.' or '-' or '+')))
            fields.Problem("version", "must be letters, digits, dots, dashes and plus signs, 32 at most, for instance 1.0.0");
        return version;
    }
}
