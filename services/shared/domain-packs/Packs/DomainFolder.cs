namespace DialInsight.DomainPacks.Packs;

/// <summary>Where the domain packs are.</summary>
public static class DomainFolder
{
    private const string Name = "domains";

    /// <summary>The folder to read: the configured one, or else the first folder <c>domains</c> in or above the base directory.</summary>
    /// <param name="configured">The setting <c>Domain:Path</c>; null or blank when it is not set.</param>
    /// <param name="baseDirectory">The application's folder.</param>
    /// <exception cref="DomainPackException">The configured folder is not there, or no folder was found.</exception>
    public static string Locate(string? configured, string baseDirectory)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Directory.Exists(configured)
                ? configured
                : throw Missing(configured, "there is no such folder; set Domain:Path to a pack folder or to a folder of pack folders");
        }

        for (DirectoryInfo? folder = new(baseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, Name);
            if (HoldsPacks(candidate))
                return candidate;
        }

        throw Missing(Name, $"no domain packs were found in or above {baseDirectory}; set Domain:Path");
    }

    private static bool HoldsPacks(string folder) =>
        Directory.Exists(folder)
        && Directory.EnumerateDirectories(folder).Any(pack => File.Exists(Path.Combine(pack, DomainPackReader.PackFile)));

    private static DomainPackException Missing(string path, string message) => new([new DomainPackProblem(path, 0, message)]);
}
