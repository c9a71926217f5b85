using System.Xml.Linq;

namespace DialInsight.Architecture.Tests;

public sealed class The_image
{
    /// <summary>The services that have an image, and every path outside their own folder that a project of theirs takes files from.</summary>
    public static TheoryData<string, string> Borrowed =>
        [.. from project in ProjectFile.All
            where project.Path.StartsWith("services/", StringComparison.Ordinal)
            where !project.Path.StartsWith("services/standalone/", StringComparison.Ordinal) && !project.Path.Contains("tests/", StringComparison.Ordinal)
            let folder = Path.GetDirectoryName(Path.Combine(ProjectFile.Root, project.Path))!
            from include in XDocument.Load(Path.Combine(ProjectFile.Root, project.Path)).Descendants().Attributes("Include")
            where include.Value.StartsWith("../", StringComparison.Ordinal)
            let file = Path.GetRelativePath(ProjectFile.Root, Path.GetFullPath(Path.Combine(folder, include.Value.TrimEnd('*'))))
            select (project.Path, file)];

    [Theory]
    [MemberData(nameof(Borrowed))]
    public void Is_built_with_every_file_that_a_project_borrows(string project, string file)
    {
        string[] let = [.. File.ReadLines(Path.Combine(ProjectFile.Root, ".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..])];

        Assert.True(
            let.Any(path => file == path || file.StartsWith($"{path}/", StringComparison.Ordinal)), $"{project} takes {file}, which .dockerignore keeps from the image's build.");
    }
}
