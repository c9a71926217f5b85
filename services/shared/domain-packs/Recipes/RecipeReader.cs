using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Reading;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>Reads recipes and holds them to the rules and to the packs that are there.</summary>
public static class RecipeReader
{
    private static readonly string[] KnownExports = ["alpaca", "sharegpt", "messages"];

    /// <summary>Reads a recipe.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="fileName">The name that problems are told with.</param>
    /// <param name="packs">The packs: the recipe's domain, scenarios and task types must be there.</param>
    /// <exception cref="RecipeException">The recipe has problems; every one of them is told, with its line.</exception>
    public static Recipe Read(string text, string fileName, IDomainPacks packs)
    {
        List<YamlProblem> problems = [];
        Recipe? recipe = null;
        if (YamlTree.Parse(text, problems) is { } root && YamlFields.Of(root, "", problems) is { } fields)
        {
            recipe = ReadFields(fields, packs);
            fields.RefuseOthers();
        }

        return recipe is not null && problems.Count == 0
            ? recipe
            : throw new RecipeException(fileName, [.. problems.OrderBy(problem => problem.Line).Select(problem => new RecipeProblem(problem.Line, problem.Path, problem.Message))]);
    }

    private static Recipe ReadFields(YamlFields fields, IDomainPacks packs)
    {
        DomainPack? pack = ReadPack(fields, packs);
        SelectionPolicy? selection = PolicyReading.Selection(fields);
        return new Recipe
        {
            Name = ReadName(fields),
            Domain = pack?.Name ?? "",
            Language = ReadLanguage(fields, pack),
            Seed = fields.Whole("seed", 1, long.MinValue, long.MaxValue),
            Cells = CellReading.Read(fields, pack),
            Sampling = SamplingReading.Read(fields, pack),
            Attempts = (int)fields.Whole("attempts", 3, 1, 20),
            InstructionsPerCell = (int)fields.Whole("instructionsPerCell", 4, 1, 100),
            Curation = PolicyReading.Curation(fields),
            OptimiseStructure = fields.Flag("optimiseStructure"),
            Budget = PolicyReading.Budget(fields),
            Judge = PolicyReading.Judge(fields) with { Scored = selection is not null },
            Selection = selection,
            Gate = GateReading.Read(fields),
            Exports = ReadExports(fields),
        };
    }

    private static string ReadName(YamlFields fields)
    {
        string name = fields.Text("name");
        if (name.Length > 0 && !PackNames.IsWellFormed(name))
            fields.Problem("name", $"\"{name}\" must be lower-case letters, digits and single dashes, 64 at most");
        return name;
    }

    private static DomainPack? ReadPack(YamlFields fields, IDomainPacks packs)
    {
        string domain = fields.Text("domain");
        DomainPack? pack = domain.Length > 0 ? packs.Find(domain) : null;
        if (domain.Length > 0 && pack is null)
            fields.Problem("domain", $"\"{domain}\" is no domain pack here{MistypedName.Hint(domain, packs.All.Select(known => known.Name))}");
        return pack;
    }

    private static string ReadLanguage(YamlFields fields, DomainPack? pack)
    {
        string language = fields.Text("language");
        if (language.Length > 0 && pack is not null && !pack.Languages.Contains(language))
            fields.Problem("language", $"\"{language}\" must be one of {string.Join(", ", pack.Languages)}, which {pack.Name} has texts for");
        return language;
    }

    private static string[] ReadExports(YamlFields fields)
    {
        if (fields.Node("exports") is null)
            return KnownExports;
        IReadOnlyList<YamlScalar> exports = fields.Texts("exports");
        if (exports.Count == 0)
            fields.Problem("exports", $"must name at least one of {string.Join(", ", KnownExports)}");
        foreach (YamlScalar unknown in exports.Where(export => !KnownExports.Contains(export.Value)))
            fields.Problem(unknown.Line, "exports", $"holds \"{unknown.Value}\", which is no export{MistypedName.Hint(unknown.Value, KnownExports)}");
        return [.. exports.Select(export => export.Value)];
    }
}
