using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads formats.LANGUAGE.yaml.</summary>
internal static class FormatFile
{
    public static string Name(string language) => $"formats.{language}.yaml";

    public static void Read(PackDraft draft)
    {
        foreach (string language in draft.Languages)
        {
            PackNames ids = draft.FormatIds[language] = new PackNames("format");
            draft.Files.Each(Name(language), fields => draft.Formats.Add(ReadFormat(draft, fields, language, ids)));
        }
    }

    private static LocalisedFormat ReadFormat(PackDraft draft, YamlFields fields, string language, PackNames ids)
    {
        string id = ids.Declare(fields);
        OutputFormatKind kind = KebabCase.Value<OutputFormatKind>(fields, "kind");
        draft.FormatPlaces.Add((Name(language), fields.LineOf("id"), id));
        if (!draft.FormatKinds.TryAdd(id, kind) && draft.FormatKinds[id] != kind)
            fields.Problem("kind", $"must be {KebabCase.Of(draft.FormatKinds[id])}, as in the other language");
        return FormatReading.Read(fields, id, kind, language);
    }
}
