using System.IO.Enumeration;

namespace DialInsight.Client.Transcripts;

/// <summary>The files that a command line names.</summary>
public static class TranscriptPaths
{
    /// <summary>The files, folders walked through in the order of their names; hidden files and folders are left out, and links to folders within them are not followed: they may lead in a circle.</summary>
    /// <exception cref="FileNotFoundException">A path does not exist.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            if (File.Exists(path))
                files.Add(path);
            else if (Directory.Exists(path))
                files.AddRange(Under(path).Order(StringComparer.Ordinal));
            else
                throw new FileNotFoundException($"There is no file or folder {path}.", path);
        }

        return files;
    }

    /// <summary>The files as they are sent: one by one, but a folder's TextGrids together, since the sides of a recording are a file each.</summary>
    public static IEnumerable<string[]> Together(IReadOnlyList<string> files) => files
        .GroupBy(file => Path.GetExtension(file).Equals(".TextGrid", StringComparison.OrdinalIgnoreCase) ? $"{Path.GetDirectoryName(file)}/*" : file)
        .Select(together => together.ToArray());

    private static FileSystemEnumerable<string> Under(string folder) =>
        new(folder, static (ref entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && !entry.FileName.StartsWith('.'),
            ShouldRecursePredicate = static (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && !entry.FileName.StartsWith('.'),
        };
}
