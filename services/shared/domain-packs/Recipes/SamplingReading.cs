using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>Reads which dialogues are drawn, and how often.</summary>
internal static class SamplingReading
{
    private static readonly string[] s_languages = ["zh", "en", "other"];

    public static SamplingPolicy Read(YamlFields recipe, DomainPack? pack)
    {
        SamplingPolicy standard = new();
        if (recipe.Map("sampling") is not { } map)
            return standard;
        SamplingPolicy policy = new()
        {
            Channels = Weights(map, "channels", pack?.Channels.Select(channel => channel.Id)),
            Languages = Weights(map, "languages", s_languages),
            ReuseDialogues = map.Flag("reuseDialogues", standard.ReuseDialogues),
            WindowTokens = map.Node("windowTokens") is null ? null : (int)map.Whole("windowTokens", 1_000, 100, 10_000_000),
            OverlapTurns = (int)map.Whole("overlapTurns", standard.OverlapTurns, 0, 50),
        };
        if (policy.Languages.Count > 0 && policy.Languages.Values.All(weight => weight == 0))
            map.Problem("languages", "must give one language at least a weight above 0");
        map.RefuseOthers();
        return policy;
    }

    private static Dictionary<string, double> Weights(YamlFields sampling, string name, IEnumerable<string>? known)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        if (sampling.Map(name) is not { } map)
            return weights;
        foreach (YamlEntry entry in map.Entries())
        {
            if (known is not null && !known.Contains(entry.Key))
                map.Problem(entry.Line, entry.Key, $"is not in the domain pack{MistypedName.Hint(entry.Key, known)}");
            weights[entry.Key] = map.Number(entry.Key, 1, 0, 1_000_000);
        }

        return weights;
    }
}
