using DialInsight.DomainPacks.Reading;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Reads field mappings from YAML: a list, each with the keys of <see cref="FieldMapping"/>.</summary>
public static class FieldMappingReader
{
    /// <summary>Reads a list of mappings.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="fileName">The name that problems are told with.</param>
    /// <exception cref="DomainPackException">Something is wrong; everything that is, is told.</exception>
    public static IReadOnlyList<FieldMapping> Read(string text, string fileName)
    {
        List<YamlProblem> problems = [];
        PackNames names = new("mapping");
        List<FieldMapping> mappings = [];
        if (YamlTree.Parse(text, problems) is { } root)
        {
            foreach (YamlFields fields in YamlFields.Maps(root, "", problems))
            {
                mappings.Add(MappingFile.Read(fields, names));
                fields.RefuseOthers();
            }
        }

        return problems.Count == 0
            ? mappings
            : throw new DomainPackException([.. problems.Select(problem => new DomainPackProblem(fileName, problem.Line, $"{problem.Path} {problem.Message}"))]);
    }
}
