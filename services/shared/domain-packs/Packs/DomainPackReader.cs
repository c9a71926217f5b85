namespace DialInsight.DomainPacks.Packs;

/// <summary>Reads domain packs from their folders and holds them to the rules of docs/domain-packs.md.</summary>
public static class DomainPackReader
{
    /// <summary>The file that makes a folder a domain pack.</summary>
    public const string PackFile = "pack.yaml";

    /// <summary>Reads one pack.</summary>
    /// <param name="folder">The folder that holds <c>pack.yaml</c>.</param>
    /// <exception cref="DomainPackException">The pack has problems; every one of them is told, with its file and line.</exception>
    public static DomainPack Read(string folder) => throw new NotImplementedException();

    /// <summary>Reads a pack folder, or every pack in a folder of pack folders.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="DomainPackException">A pack has problems, there is none, or two have one name.</exception>
    public static DomainPackSet ReadAll(string path) => throw new NotImplementedException();
}
