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
            MaximumLeakage = Leakage(map),
        };
        map.RefuseOthers();
        return gate;
    }

    /// <summary>A mapping, or a number that is meant for the prompts.</summary>
    private static RichnessFloor Richness(YamlFields gate) => Shares(
        gate, "minimumRichness", share => new RichnessFloor(share), map => new RichnessFloor(Share(map, "prompt"), Share(map, "input"), Share(map, "target")));

    /// <summary>A mapping, or a number that is meant for both.</summary>
    private static LeakageCeiling Leakage(YamlFields gate) => Shares(
        gate, "maximumLeakage", share => new LeakageCeiling(share, share), map => new LeakageCeiling(Share(map, "personal"), Share(map, "split")));

    private static T Shares<T>(YamlFields gate, string name, Func<double?, T> ofNumber, Func<YamlFields, T> ofMap)
    {
        if (gate.Node(name) is null or YamlScalar)
            return ofNumber(Share(gate, name));
        if (gate.Map(name) is not { } map)
            return ofNumber(null);
        T shares = ofMap(map);
        map.RefuseOthers();
        return shares;
    }

    private static double? Share(YamlFields map, string name) => map.Node(name) is null ? null : map.Number(name, 0, 0, 1);
}
