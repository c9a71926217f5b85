namespace DialInsight.DomainPacks.Packs;

/// <summary>The domain packs this process was started with, all of them valid.</summary>
public interface IDomainPacks
{
    /// <summary>Every pack, by name.</summary>
    IReadOnlyList<DomainPack> All { get; }

    /// <summary>The pack with this name, or null. A reference <c>name@version</c> finds it by its name.</summary>
    DomainPack? Find(string nameOrReference);
}
