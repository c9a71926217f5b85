using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>The files of one pack folder, and what is wrong in them.</summary>
internal sealed class PackFiles(string folder)
{
    private const long MaximumBytes = 4 * YamlTree.MaximumLength;

    private readonly List<DomainPackProblem> problems = [];

    /// <summary>What was found so far, in the order of files and lines.</summary>
    public IReadOnlyList<DomainPackProblem> Problems => problems;

    /// <summary>Whether there is a file, for those that may be missing.</summary>
    public bool Exists(string file) => File.Exists(Path.Combine(folder, file));

    /// <summary>Reads each mapping of the list that fills a file.</summary>
    public void Each(string file, Action<YamlFields> read) => Read(file, (root, found) =>
    {
        IReadOnlyList<YamlFields> maps = YamlFields.Maps(root, "", found);
        if (maps.Count == 0 && found.Count == 0)
            found.Add(new YamlProblem(root.Line, "", "the list is empty"));
        foreach (YamlFields map in maps)
            Read(map, read);
    });

    /// <summary>Reads the mapping that fills a file.</summary>
    public void One(string file, Action<YamlFields> read) => Read(file, (root, found) =>
    {
        if (YamlFields.Of(root, "", found) is { } map)
            Read(map, read);
    });

    /// <summary>Tells what is wrong with a file as a whole.</summary>
    public void Problem(string file, int line, string message) => problems.Add(new DomainPackProblem(Path.Combine(folder, file), line, message));

    private static void Read(YamlFields map, Action<YamlFields> read)
    {
        read(map);
        map.RefuseOthers();
    }

    private void Read(string file, Action<YamlNode, List<YamlProblem>> read)
    {
        List<YamlProblem> found = [];
        if (Text(file) is { } text && YamlTree.Parse(text, found) is { } root)
            read(root, found);
        foreach (YamlProblem problem in found.OrderBy(problem => problem.Line))
            Problem(file, problem.Line, problem.Path.Length > 0 ? $"{problem.Path} {problem.Message}" : problem.Message);
    }

    private string? Text(string file)
    {
        FileInfo info = new(Path.Combine(folder, file));
        try
        {
            if (!info.Exists)
                Problem(file, 0, "the file is missing; docs/domain-packs.md says what it holds");
            else if (info.Length > MaximumBytes)
                Problem(file, 0, $"the file is larger than {MaximumBytes:N0} bytes");
            else
                return File.ReadAllText(info.FullName);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Problem(file, 0, $"the file cannot be read: {problem.Message}");
        }

        return null;
    }
}
