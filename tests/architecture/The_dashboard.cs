using System.Text.RegularExpressions;

namespace DialInsight.Architecture.Tests;

/// <summary>What operators look at is measured: a renamed metric would leave an empty picture and an alert that never rings.</summary>
public sealed partial class The_dashboard
{
    private static readonly string s_monitoring = Path.Combine(ProjectFile.Root, "deploy", "k8s", "components", "monitoring");

    [Theory]
    [InlineData("dashboard.json")]
    [InlineData("alerts.yaml")]
    public void Names_metrics_that_the_services_have(string file)
    {
        string[] named = [.. Metric().Matches(File.ReadAllText(Path.Combine(s_monitoring, file))).Select(match => match.Value).Distinct()];

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(Measured(), metric => name == metric || name.StartsWith(metric + "_", StringComparison.Ordinal)));
    }

    /// <summary>The names of the instruments, as Prometheus writes them.</summary>
    private static string[] Measured() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(ProjectFile.Root, "services"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Instrument().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value.Replace('.', '_')),
    ];

    [GeneratedRegex(@"\b(dialinsight|gen_ai_client)_[a-z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Metric();

    [GeneratedRegex(@"""((?:dialinsight|gen_ai)\.[a-z0-9_.]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Instrument();
}
