using DialInsight.DomainPacks.Reading;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Reads domain packs from their folders and holds them to the rules of docs/domain-packs.md.</summary>
public static class DomainPackReader
{
    /// <summary>The file that makes a folder a domain pack.</summary>
    public const string PackFile = "pack.yaml";

    /// <summary>Reads one pack.</summary>
    /// <param name="folder">The folder that holds <c>pack.yaml</c>.</param>
    /// <exception cref="DomainPackException">The pack has problems; every one of them is told, with its file and line.</exception>
    public static DomainPack Read(string folder)
    {
        PackFiles files = new(folder);
        PackHeader header = PackHeader.Read(files);
        if (header.Languages.Count == 0)
            throw new DomainPackException(files.Problems);
        PackDraft draft = new(files, header);
        PeopleAndPlaces.Read(draft);
        FormatFile.Read(draft);
        TaskFile.Read(draft);
        TemplateFile.Read(draft);
        ExemplarFile.Read(draft);
        PromptFile.Read(draft);
        MappingFile.Read(draft);
        CleaningFile.Read(draft);
        return files.Problems.Count == 0 ? draft.Build() : throw new DomainPackException(files.Problems);
    }

    /// <summary>Reads a pack folder, or every pack in a folder of pack folders.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="DomainPackException">A pack has problems, there is none, or two have one name.</exception>
    public static DomainPackSet ReadAll(string path)
    {
        if (File.Exists(Path.Combine(path, PackFile)))
            return new DomainPackSet([Read(path)]);
        string[] folders = Directory.Exists(path)
            ? [.. Directory.EnumerateDirectories(path).Where(folder => File.Exists(Path.Combine(folder, PackFile))).Order(StringComparer.Ordinal)]
            : [];
        if (folders.Length == 0)
            throw new DomainPackException([new DomainPackProblem(path, 0, $"there is no domain pack here: a pack is a folder with a file {PackFile}")]);
        DomainPack[] packs = [.. folders.Select(Read)];
        RefuseTwins(folders, packs);
        return new DomainPackSet(packs);
    }

    private static void RefuseTwins(string[] folders, DomainPack[] packs)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < packs.Length; i++)
        {
            if (!names.Add(packs[i].Name))
                throw new DomainPackException([new DomainPackProblem(Path.Combine(folders[i], PackFile), 1, $"name \"{packs[i].Name}\" is another pack's already")]);
        }
    }
}
