using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Which packs are looked in, and by which names things are found there.</summary>
internal static class PackChoice
{
    /// <summary>The pack that is asked for, or all of them.</summary>
    public static IReadOnlyList<DomainPack> Of(IDomainPacks packs, string? domain) =>
        domain is not null && packs.Find(domain) is { } one ? [one] : packs.All;

    /// <summary>Whether a key is the key of the id, of an alias or of a title.</summary>
    public static bool IsNamed(string key, string id, IReadOnlyList<string> aliases, LocalisedText title) =>
        key.Length > 0
        && (Label.Key(id) == key || aliases.Any(alias => Label.Key(alias) == key) || title.Languages.Any(language => Label.Key(title[language]) == key));
}
