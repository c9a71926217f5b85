using Microsoft.Extensions.Configuration;

namespace DialInsight.Hosting.Settings;

/// <summary>Reads <c>Section:Name</c> from the file that <c>Section:NameFile</c> names: how secrets are mounted into containers.</summary>
internal static class SecretFiles
{
    private const string Suffix = "File";

    /// <summary>Reads every such file of the known sections into the settings; what cannot be read is told in one line each.</summary>
    public static IReadOnlyList<string> Read(ConfigurationManager configuration, IEnumerable<string> sections)
    {
        Dictionary<string, string?> values = [];
        List<string> problems = [];
        foreach (IConfigurationSection setting in sections.SelectMany(section => configuration.GetSection(section).GetChildren()))
        {
            if (setting.Value is not { Length: > 0 } path || !setting.Key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
                continue;
            try
            {
                values[setting.Path[..^Suffix.Length]] = File.ReadAllText(path).Trim();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{setting.Path} names '{path}', which cannot be read.");
            }
        }

        configuration.AddInMemoryCollection(values);
        return problems;
    }
}
