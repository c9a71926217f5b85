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
        Assert.All(named, name => Assert.Contains(name, Measured()));
    }

    /// <summary>The queues are told apart only at a path that is not RabbitMQ's usual one.</summary>
    [Theory]
    [InlineData("deploy/compose/prometheus.yaml")]
    [InlineData("deploy/k8s/components/monitoring/prometheus.yaml")]
    public void Is_given_the_queues_one_by_one(string file) =>
        Assert.Contains("path: /metrics/per-object", File.ReadAllText(Path.Combine(ProjectFile.Root, file)), StringComparison.Ordinal);

    /// <summary>The series of the instruments, as Prometheus writes them: with the unit, and with what the kind of instrument adds.</summary>
    private static HashSet<string> Measured() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(ProjectFile.Root, "services"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Instrument().Matches(File.ReadAllText(file)))
            .SelectMany(instrument => Series(instrument.Groups["kind"].Value, instrument.Groups["name"].Value.Replace('.', '_'), instrument.Groups["unit"].Value)),
    ];

    private static string[] Series(string kind, string name, string unit)
    {
        string measure = unit switch { "s" => $"{name}_seconds", "By" => $"{name}_bytes", _ => name };
        return kind switch
        {
            "Counter" => [$"{measure}_total"],
            "Histogram" => [$"{measure}_bucket", $"{measure}_sum", $"{measure}_count"],
            _ => [measure],
        };
    }

    [GeneratedRegex(@"\b(dialinsight|gen_ai_client)_(?!purpose\b)[a-z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Metric();

    [GeneratedRegex(@"Create(?:Observable)?(?<kind>\w+?)(?:<\w+>)?\(\s*""(?<name>[a-z0-9_.]+)"",\s*""(?<unit>[^""]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Instrument();
}
