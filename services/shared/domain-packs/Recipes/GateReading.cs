using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>Reads what the data set must reach.</summary>
internal static class GateReading
{
    public static ReleaseGate Read(YamlFields recipe)
    {
        ReleaseGate standard = new();
        if (recipe.Map("gate") is not { } map)
            return standard;
        ReleaseGate gate = new()
        {
            MinimumFill = map.Number("minimumFill", standard.MinimumFill, 0, 1),
            MinimumRichness = Richness(map),
            MinimumHigh = Share(map, "minimumHigh"),
            MaximumUnjudged = Share(map, "maximumUnjudged"),
        };
        map.RefuseOthers();
        return gate;
    }

    /// <summary>A mapping, or a number that is meant for the prompts.</summary>
    private static RichnessFloor Richness(YamlFields gate)
    {
        const string name = "minimumRichness";
        if (gate.Node(name) is null or YamlScalar)
            return new RichnessFloor(Share(gate, name));
        if (gate.Map(name) is not { } map)
            return new RichnessFloor();
        RichnessFloor floor = new(Share(map, "prompt"), Share(map, "input"), Share(map, "target"));
        map.RefuseOthers();
        return floor;
    }

    private static double? Share(YamlFields map, string name) => map.Node(name) is null ? null : map.Number(name, 0, 0, 1);
}
