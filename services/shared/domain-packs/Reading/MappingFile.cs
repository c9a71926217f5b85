using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads mappings.yaml, which a pack may have.</summary>
internal static class MappingFile
{
    public const string Name = "mappings.yaml";

    private static readonly FieldPath s_nowhere = FieldPath.Parse("turns")!;

    public static void Read(PackDraft draft)
    {
        if (!draft.Files.Exists(Name))
            return;
        PackNames names = new("mapping");
        draft.Files.Each(Name, fields => draft.Mappings.Add(Read(fields, names)));
    }

    /// <summary>Reads one mapping.</summary>
    public static FieldMapping Read(YamlFields fields, PackNames names)
    {
        var mapping = new FieldMapping
        {
            Name = names.Declare(fields, "name"),
            Conversations = Path(fields, "conversations"),
            Turns = Path(fields, "turns", required: true) ?? s_nowhere,
            Text = Path(fields, "text"),
            Role = Path(fields, "role"),
            Speakers = Path(fields, "speakers"),
            Alternate = [.. fields.Texts("alternate").Select(role => role.Value)],
            Time = Path(fields, "time"),
            Id = Path(fields, "id"),
            Scenario = Path(fields, "scenario"),
            Channel = Path(fields, "channel"),
            Language = Path(fields, "language"),
            Subject = Path(fields, "subject"),
            Roles = Roles(fields),
            Skip = [.. fields.Texts("skip").Select(label => label.Value)],
            Spaced = fields.Flag("spaced"),
            Refusal = fields.OptionalText("refusal"),
        };
        int tellers = (mapping.Role is null ? 0 : 1) + (mapping.Speakers is null ? 0 : 1) + (mapping.Alternate.Count == 0 ? 0 : 1);
        if (tellers != 1 && mapping.Refusal is null)
            fields.Problem("role", "must be told by exactly one of role, speakers, alternate");
        return mapping;
    }

    private static FieldPath? Path(YamlFields fields, string name, bool required = false)
    {
        string? text = required ? fields.Text(name) : fields.OptionalText(name);
        if (string.IsNullOrEmpty(text))
            return null;
        FieldPath? path = FieldPath.Parse(text);
        if (path is null)
            fields.Problem(name, $"\"{text}\" is no path: give names and indices, as in dialog.turns or [1]");
        return path;
    }

    private static Dictionary<string, string> Roles(YamlFields fields)
    {
        Dictionary<string, string> roles = new(StringComparer.OrdinalIgnoreCase);
        if (fields.Map("roles") is not { } map)
            return roles;
        foreach (YamlEntry entry in map.Entries())
        {
            if (entry.Value is not YamlScalar { IsNull: false, Value.Length: > 0 } role)
                map.Problem(entry.Line, entry.Key, "must be a text that is not empty");
            else if (!roles.TryAdd(entry.Key, role.Value))
                map.Problem(entry.Line, entry.Key, "is named twice");
        }

        return roles;
    }
}
