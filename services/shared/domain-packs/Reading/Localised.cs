using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Values that there is one of per language of the pack.</summary>
internal static class Localised
{
    /// <summary>A text for each language: <c>{ zh: …, en: … }</c>.</summary>
    public static LocalisedText Text(YamlFields fields, string name, IReadOnlyList<string> languages)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        if (Map(fields, name) is { } map)
        {
            foreach (string language in languages)
                texts[language] = map.Text(language);
            map.RefuseOthers();
        }

        return new LocalisedText(texts);
    }

    /// <summary>A list of words for each language: <c>{ zh: [ … ], en: [ … ] }</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Words(YamlFields fields, string name, IReadOnlyList<string> languages)
    {
        Dictionary<string, IReadOnlyList<string>> words = new(StringComparer.Ordinal);
        if (Map(fields, name) is { } map)
        {
            foreach (string language in languages)
            {
                words[language] = [.. map.Texts(language).Select(word => word.Value)];
                if (words[language].Count == 0)
                    map.Problem(language, "must hold at least one word");
            }

            map.RefuseOthers();
        }

        return words;
    }

    private static YamlFields? Map(YamlFields fields, string name)
    {
        if (fields.Node(name) is null)
            fields.Problem(name, "is missing");
        return fields.Map(name);
    }
}
