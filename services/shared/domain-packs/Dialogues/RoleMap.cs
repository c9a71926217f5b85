using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Finds the pack's role behind a speaker's label.</summary>
public static class RoleMap
{
    /// <summary>The role's id, or the label, normalised, where the pack knows no such role.</summary>
    /// <param name="pack">The pack; null normalises only.</param>
    /// <param name="label">The label as the record gave it.</param>
    public static string Resolve(DomainPack? pack, string label) => throw new NotImplementedException();
}
