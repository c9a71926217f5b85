using System.Globalization;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>Reads who decides, who judges, what is chosen, and what it may cost.</summary>
internal static class PolicyReading
{
    public static CurationPolicy Curation(YamlFields recipe)
    {
        switch (recipe.Node("curation"))
        {
            case YamlScalar { Value: "manual" }:
                return CurationPolicy.Manual;
            case null:
            case YamlScalar { Value: "automatic" }:
                return CurationPolicy.Thresholds;
            case YamlMap:
                return Thresholds(recipe.Map("curation")!);
            default:
                recipe.Problem("curation", "must be manual, automatic, or thresholds { minimumGrounding, maximumSimilarity, rounds, breadthShare }");
                return CurationPolicy.Manual;
        }
    }

    public static Budget? Budget(YamlFields recipe)
    {
        if (recipe.Map("budget") is not { } map)
            return null;
        string currency = map.Text("currency");
        if (currency.Length > 0 && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
            map.Problem("currency", $"\"{currency}\" must be three capitals, as in USD or CNY");
        if (map.Node("limit") is null)
            map.Problem("limit", "is missing: the most the run may cost");
        double limit = map.Number("limit", 1, 0, 1_000_000_000, above: true);
        map.RefuseOthers();
        return new Budget(currency, (decimal)limit);
    }

    public static JudgingPolicy Judge(YamlFields recipe)
    {
        if (recipe.Map("judge") is not { } map)
            return new JudgingPolicy();
        JudgingPolicy policy = new()
        {
            Samples = (int)map.Whole("samples", 3, 1, 15),
            Accept = Levels(map),
        };
        map.RefuseOthers();
        return policy;
    }

    public static SelectionPolicy? Selection(YamlFields recipe)
    {
        if (recipe.Map("selection") is not { } map)
            return null;
        if (map.Node("most") is null)
            map.Problem("most", "is missing: how many samples may the release hold at most?");
        SelectionPolicy standard = new((int)map.Whole("most", 1, 1, 10_000_000));
        double similarity = map.Number("similarity", standard.Similarity, 0, 1);
        if (similarity is 0 or 1)
            map.Problem("similarity", "must be a number above 0 and below 1: the highest cosine of two released samples");
        map.RefuseOthers();
        return standard with { Similarity = similarity };
    }

    private static CurationPolicy Thresholds(YamlFields map)
    {
        CurationPolicy standard = CurationPolicy.Thresholds;
        CurationPolicy policy = standard with
        {
            MinimumGrounding = map.Number("minimumGrounding", standard.MinimumGrounding, 0, 1),
            MaximumSimilarity = map.Number("maximumSimilarity", standard.MaximumSimilarity, 0, 1),
            Rounds = (int)map.Whole("rounds", standard.Rounds, 0, 10),
            BreadthShare = map.Node("breadthShare") is null ? null : map.Number("breadthShare", 0, 0, 1),
        };
        map.RefuseOthers();
        return policy;
    }

    private static IReadOnlyList<QualityLevel> Levels(YamlFields map)
    {
        if (map.Node("accept") is null)
            return new JudgingPolicy().Accept;
        List<QualityLevel> levels = [];
        foreach (YamlScalar level in map.Texts("accept"))
        {
            if (Enum.GetValues<QualityLevel>().FirstOrDefault(known => KebabCase.Of(known) == level.Value, (QualityLevel)(-1)) is var found and >= 0)
                levels.Add(found);
            else
                map.Problem(level.Line, "accept", string.Create(CultureInfo.InvariantCulture, $"holds \"{level.Value}\"; known are low, medium, high"));
        }

        if (levels.Count == 0)
            map.Problem("accept", "must name at least one of low, medium, high");
        return levels;
    }
}
