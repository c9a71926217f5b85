using DialInsight.TextAnalysis.Spelling;
using Microsoft.Extensions.Configuration;

namespace DialInsight.Hosting.Settings;

/// <summary>The names of all settings, so that a mistyped one stops the start instead of being passed over.</summary>
internal sealed class KnownSettings
{
    private const string FileSuffix = "File";

    private readonly Dictionary<string, string[]> _sections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the names of a section, which may stand inside another (<c>Outer:Inner</c>). Names that hold a list or a dictionary are known with all that is below them.</summary>
    public void Add(string section, IEnumerable<string> names)
    {
        _sections[section] = [.. _sections.GetValueOrDefault(section, []).Union(names, StringComparer.OrdinalIgnoreCase)];
        if (section.LastIndexOf(':') is var inner and > 0)
            Add(section[..inner], [section[(inner + 1)..]]);
    }

    /// <summary>One line for each setting that nobody reads.</summary>
    public IEnumerable<string> Check(IConfiguration configuration)
    {
        IEnumerable<IConfigurationSection> inner = _sections.Keys.Where(known => known.Contains(':', StringComparison.Ordinal)).Select(configuration.GetSection);
        foreach (IConfigurationSection section in configuration.GetChildren().Concat(inner))
        {
            if (_sections.TryGetValue(section.Path, out string[]? names))
            {
                foreach (string problem in section.GetChildren().Where(setting => !IsKnown(setting.Key, names)).Select(setting => Unknown(setting, names)))
                    yield return problem;
            }
            else if (Misspelt(section) is string known)
            {
                yield return $"{section.Key} is no section of settings; did you mean {known}?";
            }
        }
    }

    private static bool IsKnown(string name, string[] names) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase) && names.Contains(name[..^FileSuffix.Length], StringComparer.OrdinalIgnoreCase));

    private static string Unknown(IConfigurationSection setting, string[] names)
    {
        string section = setting.Path[..^(setting.Key.Length + 1)];
        string hint = NearestName.Find(setting.Key, names) is { } meant ? $"did you mean {section}:{meant}?" : $"{section} has {string.Join(", ", names)}";
        return $"{setting.Path} is no setting; {hint}";
    }

    private string? Misspelt(IConfigurationSection section) =>
        section.GetChildren().Any() ? _sections.Keys.FirstOrDefault(known => NearestName.Distance(section.Key, known) == 1) : null;
}
