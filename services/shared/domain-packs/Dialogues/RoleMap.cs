using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Finds the pack's role behind a speaker's label.</summary>
public static partial class RoleMap
{
    private static readonly ConditionalWeakTable<DomainPack, FrozenDictionary<string, SpeakerRole>> Names = [];

    /// <summary>
    /// The role's id, or the label, normalised, where the pack knows no such role. Labels are compared without regard to case, width, spaces,
    /// dashes and underscores. The first of numbered speakers (<c>客户1</c>, <c>agent_1</c>) takes the role's id; the others keep their
    /// labels, so that two speakers never become one.
    /// </summary>
    /// <param name="pack">The pack; null normalises only.</param>
    /// <param name="label">The label as the record gave it.</param>
    public static string Resolve(DomainPack? pack, string label)
    {
        if (pack is null)
            return Label.Clean(label);
        FrozenDictionary<string, SpeakerRole> names = NamesOf(pack);
        string key = Label.Key(label);
        if (names.TryGetValue(key, out SpeakerRole? role))
            return role.Id;
        return Number().Match(key) is { Success: true } number && number.ValueSpan is "1" or "01"
            && names.TryGetValue(key[..number.Index], out SpeakerRole? first)
            ? first.Id
            : Label.Clean(label);
    }

    /// <summary>The role that a label speaks as, whatever its number (<c>客户2</c> is a customer), or null where the pack knows none.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="label">A role's id, or a label.</param>
    public static SpeakerRole? Find(DomainPack? pack, string label)
    {
        if (pack is null)
            return null;
        FrozenDictionary<string, SpeakerRole> names = NamesOf(pack);
        string key = Label.Key(label);
        return names.GetValueOrDefault(key) ?? names.GetValueOrDefault(Number().Replace(key, ""));
    }

    private static FrozenDictionary<string, SpeakerRole> NamesOf(DomainPack pack) => Names.GetValue(pack, static known =>
    {
        Dictionary<string, SpeakerRole> names = new(StringComparer.Ordinal);
        foreach (SpeakerRole role in known.Roles)
        {
            foreach (string name in role.Aliases.Prepend(role.Id).Concat(role.Title.Languages.Select(language => role.Title[language])))
                names.TryAdd(Label.Key(name), role);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    });

    [GeneratedRegex(@"\d{1,3}$")]
    private static partial Regex Number();
}
