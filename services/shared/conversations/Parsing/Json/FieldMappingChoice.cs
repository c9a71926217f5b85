using DialInsight.Conversations.Parsing.Encodings;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>Which JSON shapes a request's records are looked for in: those of its domain's pack first, then the other packs', then the known ones.</summary>
internal static class FieldMappingChoice
{
    /// <summary>How to read; null where the request names a mapping that there is not.</summary>
    public static ParseContext? Find(IDomainPacks packs, string? domain, string? mapping, TextEncoding? charset, ParsingLimits? limits)
    {
        FieldMapping[] all = [.. All(packs, domain)];
        if (mapping is null)
            return new ParseContext(all, null, charset, limits);
        return all.FirstOrDefault(known => known.Name.Equals(mapping, StringComparison.OrdinalIgnoreCase)) is { } found ? new ParseContext(all, found, charset, limits) : null;
    }

    public static IEnumerable<FieldMapping> All(IDomainPacks packs, string? domain)
    {
        DomainPack? own = domain is null ? null : packs.Find(domain);
        return (own?.Mappings ?? []).Concat(packs.All.Where(pack => pack != own).SelectMany(pack => pack.Mappings)).Concat(BuiltInMappings.All);
    }
}
