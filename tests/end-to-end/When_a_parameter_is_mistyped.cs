using System.Net;
using System.Text.Json;
using DialInsight.EndToEnd.Tests.Processes;

namespace DialInsight.EndToEnd.Tests;

/// <summary>Every operation of every service, as OpenAPI tells of them.</summary>
public sealed class When_a_parameter_is_mistyped
{
    private const string Mistyped = "no-such-parameter";

    [Fact]
    public async Task Should_refuse_it_by_name_and_tell_which_there_are()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        await using ServiceProcess standalone = await Standalone.Start(workspace, []).ReadyAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(standalone.Url) };
        using JsonDocument api = JsonDocument.Parse(await http.GetStringAsync("/openapi/v1.json", cancellationToken));

        int asked = 0;
        foreach ((string method, string path, JsonElement operation) in Operations(api))
        {
            string[] names = [.. Parameters(operation).Select(parameter => parameter.GetProperty("name").GetString()!)];
            Assert.True(operation.GetProperty("summary").GetString() is { Length: > 0 }, $"{method} {path} says nothing of itself");
            Assert.All(Parameters(operation), parameter => Assert.True(
                parameter.TryGetProperty("description", out JsonElement words) && words.GetString() is { Length: > 0 } && char.IsLower(parameter.GetProperty("name").GetString()![0]),
                $"{method} {path}: {parameter}"));

            using HttpResponseMessage answer = await AskAsync(http, method, $"{path}?{Mistyped}=1", cancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {path} answered {answer.StatusCode}");
            asked++;
            if (method == "head")
                continue;
            JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).RootElement;
            string detail = problem.GetProperty("detail").GetString()!;
            Assert.True(problem.GetProperty("type").GetString()!.EndsWith("/parameter-unknown", StringComparison.Ordinal), $"{method} {path} answered {problem}");
            Assert.Contains(Mistyped, detail, StringComparison.Ordinal);
            Assert.All(names, name => Assert.Contains(name, detail, StringComparison.Ordinal));
        }

        Assert.InRange(asked, 50, int.MaxValue);
    }

    private static IEnumerable<(string Method, string Path, JsonElement Operation)> Operations(JsonDocument api) =>
        from path in api.RootElement.GetProperty("paths").EnumerateObject()
        where !path.Name.StartsWith("/health/", StringComparison.Ordinal)
        from operation in path.Value.EnumerateObject()
        select (operation.Name, path.Name, operation.Value);

    private static IEnumerable<JsonElement> Parameters(JsonElement operation) =>
        (operation.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray().ToArray() : []).Where(parameter => parameter.GetProperty("in").GetString() == "query");

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, string method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path.Replace('{', '-').Replace('}', '-'));
        return await http.SendAsync(request, cancellationToken);
    }
}
