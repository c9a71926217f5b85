using System.Text.RegularExpressions;

namespace DialInsight.Architecture.Tests;

public sealed partial class The_architecture
{
    private static readonly string[] s_services = ["ingest", "instruction-evolution", "prompt-assembly", "labeling", "quality", "console"];

    public static TheoryData<string> Services => [.. ProjectFile.All.Where(project => IsService(project.Path)).Select(project => project.Path)];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_references_contracts_and_shared_projects_and_no_other_service(string service)
    {
        ProjectFile project = Find(service);

        Assert.All(project.References, reference => Assert.True(
            reference.StartsWith("contracts/", StringComparison.Ordinal) || reference.StartsWith("services/shared/", StringComparison.Ordinal),
            $"{service} references {reference}."));
    }

    [Fact]
    public void The_five_services_are_there() =>
        Assert.Equal(5, ProjectFile.All.Count(project => IsService(project.Path) && !project.Path.Contains("console", StringComparison.Ordinal)));

    [Fact]
    public void Contracts_depend_on_nothing()
    {
        ProjectFile contracts = Find("contracts/DialInsight.Contracts.csproj");

        Assert.Empty(contracts.References);
        Assert.Empty(contracts.Packages);
    }

    [Fact]
    public void Text_analysis_is_pure()
    {
        ProjectFile textAnalysis = Find("services/shared/text-analysis/DialInsight.TextAnalysis.csproj");

        Assert.Empty(textAnalysis.References);
        Assert.Empty(textAnalysis.Packages);
    }

    [Fact]
    public void What_reads_and_prepares_conversations_needs_no_service()
    {
        ProjectFile conversations = Find("services/shared/conversations/DialInsight.Conversations.csproj");

        string[] own = ["contracts/", "services/shared/domain-packs/", "services/shared/pseudonyms/", "services/shared/text-analysis/"];
        Assert.All(conversations.References, reference => Assert.Contains(own, folder => reference.StartsWith(folder, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_measures_data_sets_needs_text_analysis_alone()
    {
        ProjectFile datasets = Find("services/shared/datasets/DialInsight.Datasets.csproj");

        Assert.Equal("services/shared/text-analysis/DialInsight.TextAnalysis.csproj", Assert.Single(datasets.References));
        Assert.Empty(datasets.Packages);
    }

    [Fact]
    public void Shared_projects_reference_no_service() =>
        Assert.All(
            ProjectFile.All.Where(project => project.Path.StartsWith("services/shared/", StringComparison.Ordinal) && !project.Path.Contains("tests/", StringComparison.Ordinal)),
            project => Assert.All(project.References, reference => Assert.True(
                reference.StartsWith("contracts/", StringComparison.Ordinal) || reference.StartsWith("services/shared/", StringComparison.Ordinal),
                $"{project.Path} references {reference}.")));

    [Fact]
    public void Only_hosting_and_the_adapters_know_the_bus_and_the_stores()
    {
        string[] hostingOnly = ["MassTransit", "MassTransit.RabbitMQ", "OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol"];

        Assert.All(
            ProjectFile.All.Where(project => project.Path.StartsWith("services/", StringComparison.Ordinal) && !project.Path.Contains("/hosting/", StringComparison.Ordinal)),
            project => Assert.Empty(project.Packages.Intersect(hostingOnly)));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(ProjectFile.Root, "DialInsight.sln")).Replace('\\', '/');

        Assert.All(
            ProjectFile.All.Where(project => !project.Path.Contains("storage-mongodb", StringComparison.Ordinal)),
            project => Assert.Contains(project.Path, solution, StringComparison.Ordinal));
    }

    [Fact]
    public void No_service_is_layered_by_technique()
    {
        string[] layers = ["Controllers", "Repositories", "Helpers", "Utils", "Managers", "Services"];
        string services = Path.Combine(ProjectFile.Root, "services");

        Assert.DoesNotContain(
            Directory.GetDirectories(services, "*", SearchOption.AllDirectories).Select(Path.GetFileName), folder => layers.Contains(folder));
    }

    [Fact]
    public void Decisions_have_a_number_each()
    {
        int[] numbers = [.. Directory.GetFiles(Path.Combine(ProjectFile.Root, "docs", "decisions"), "*.md").Select(file => Number().Match(Path.GetFileName(file))).Where(match => match.Success).Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)).Order()];

        // A number is given when a decision is begun, so that there are gaps where none was made.
        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.Distinct(), numbers);
    }

    private static bool IsService(string path) =>
        s_services.Any(service => path.StartsWith($"services/{service}/", StringComparison.Ordinal));

    private static ProjectFile Find(string path) => ProjectFile.All.Single(project => project.Path == path);

    [GeneratedRegex(@"^\d{4}")]
    private static partial Regex Number();
}
