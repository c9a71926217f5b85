using System.Text.RegularExpressions;

namespace DialInsight.Architecture.Tests;

public sealed partial class The_gateway
{
    public static TheoryData<string> Services =>
        [.. Directory.GetDirectories(Path.Combine(ProjectFile.Root, "services")).Select(Path.GetFileName).OfType<string>().Except(["shared", "standalone"])];

    [Theory]
    [MemberData(nameof(Services))]
    public void Sends_every_path_of_a_service_to_it(string service)
    {
        string[] paths = PathsOf(service);

        Assert.NotEmpty(paths);
        Assert.All(paths.Where(path => path != "/"), path => Assert.Equal([service], ServicesBehind($"{path}/an-id")));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Is_followed_by_the_ingress(string service)
    {
        string ingress = Read("deploy/k8s/components/ingress/ingress.yaml");

        Assert.All(PathsOf(service), path => Assert.Contains(
            $"- {{ path: {path}, pathType: {(path == "/" ? "Exact" : "Prefix")}, backend: {{ service: {{ name: {service},", ingress, StringComparison.Ordinal));
    }

    [Fact]
    public void Sends_the_first_page_to_the_web_page_and_nothing_else_at_the_top()
    {
        Assert.Contains("/", PathsOf("console"));
        Assert.Matches("(?m)^ *\"/\" +console;$", Read("deploy/compose/gateway.conf"));
        Assert.Empty(ServicesBehind("/"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Is_started_with_every_service(string service) =>
        Assert.Contains($"args: {{ SERVICE: {service} }}", Read("docker-compose.yml"), StringComparison.Ordinal);

    /// <summary>The first segments that a service's sources map.</summary>
    private static string[] PathsOf(string service) =>
    [
        .. Directory.GetFiles(Path.Combine(ProjectFile.Root, "services", service), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Mapping().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["path"].Value)
            .Distinct(),
    ];

    private static string[] ServicesBehind(string path) =>
        [.. Route().Matches(Read("deploy/compose/gateway.conf")).Where(route => Regex.IsMatch(path, route.Groups["paths"].Value)).Select(route => route.Groups["service"].Value)];

    private static string Read(string path) => File.ReadAllText(Path.Combine(ProjectFile.Root, path));

    [GeneratedRegex("""\b(?:endpoints|app|pages)\.Map\w+\(\s*"(?<path>/[a-z-]*)""")]
    private static partial Regex Mapping();

    [GeneratedRegex(@"^\s*~(?<paths>\^/\S+)\s+(?<service>[a-z-]+);", RegexOptions.Multiline)]
    private static partial Regex Route();
}
