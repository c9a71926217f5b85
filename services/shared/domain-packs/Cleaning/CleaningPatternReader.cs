using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Reading;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Cleaning;

/// <summary>Reads cleaning patterns from YAML with the keys of docs/domain-packs.md.</summary>
public static class CleaningPatternReader
{
    /// <summary>Reads patterns.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="fileName">The name that problems are told with.</param>
    /// <exception cref="DomainPackException">Something is wrong; everything that is, is told with its line.</exception>
    public static CleaningPatterns Read(string text, string fileName)
    {
        List<YamlProblem> problems = [];
        CleaningPatterns patterns = CleaningPatterns.Empty;
        if (YamlTree.Parse(text, problems) is { } root && YamlFields.Of(root, "", problems) is { } fields)
        {
            patterns = CleaningFile.Read(fields);
            fields.RefuseOthers();
        }

        return problems.Count == 0
            ? patterns
            : throw new DomainPackException([.. problems.Select(problem => new DomainPackProblem(fileName, problem.Line, $"{problem.Path} {problem.Message}"))]);
    }
}
