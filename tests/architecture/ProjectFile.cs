using System.Xml.Linq;

namespace DialInsight.Architecture.Tests;

/// <summary>A project of this repository, as its file tells it.</summary>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project, by its path from the root.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
    [
        .. Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{System.IO.Path.DirectorySeparatorChar}bin{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(project => project.Path, StringComparer.Ordinal),
    ];

    private static ProjectFile Read(string file)
    {
        XElement project = XDocument.Load(file).Root!;
        string folder = System.IO.Path.GetDirectoryName(file)!;
        return new ProjectFile(
            Relative(file),
            [.. project.Descendants("ProjectReference").Select(reference => Relative(System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, reference.Attribute("Include")!.Value))))],
            [.. project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)]);
    }

    private static string Relative(string path) => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
