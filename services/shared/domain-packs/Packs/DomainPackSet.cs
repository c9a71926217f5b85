namespace DialInsight.DomainPacks.Packs;

/// <summary>Packs that were read.</summary>
/// <param name="packs">The packs.</param>
public sealed class DomainPackSet(IEnumerable<DomainPack> packs) : IDomainPacks
{
    /// <inheritdoc/>
    public IReadOnlyList<DomainPack> All { get; } = [.. packs.OrderBy(pack => pack.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public DomainPack? Find(string nameOrReference)
    {
        string name = nameOrReference.Split('@', 2)[0].Trim();
        return All.FirstOrDefault(pack => string.Equals(pack.Name, name, StringComparison.OrdinalIgnoreCase));
    }
}
