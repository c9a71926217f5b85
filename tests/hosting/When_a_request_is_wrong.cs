using System.Net;
using System.Text;
using System.Text.Json;

namespace DialInsight.Hosting.Tests;

public sealed class When_a_request_is_wrong
{
    [Theory]
    [InlineData("GET", "/nowhere", null, 404, "not-found", "nothing at /nowhere")]
    [InlineData("DELETE", "/who", null, 405, "method-not-allowed", "does not take DELETE")]
    [InlineData("POST", "/notes", "{\"id\":\"n\",\"pages\":\"many\"}", 400, "bad-request", "$.pages, line 1")]
    [InlineData("POST", "/notes", "{\"id\":", 400, "bad-request", "line 1")]
    [InlineData("POST", "/notes", "{\"id\":\"n\",\"paper\":\"glass\"}", 400, "bad-request", "; it must be one of plain, finelyRuled")]
    [InlineData("POST", "/notes", null, 400, "bad-request", "A body is asked for")]
    [InlineData("POST", "/notes", "text/plain: n", 415, "unsupported-media-type", "than what is read here: application/json")]
    [InlineData("GET", "/papers?paper=glass", null, 400, "bad-request", "paper cannot be “glass”: it must be one of plain, finelyRuled")]
    [InlineData("GET", "/papers/one?paper=glass", null, 400, "bad-request", "paper cannot be “glass”: it must be one of plain, finelyRuled")]
    [InlineData("GET", "/papers/sheets", null, 400, "bad-request", "The parameter count is missing.")]
    [InlineData("GET", "/papers?papr=plain", null, 400, "parameter-unknown", "has no parameter “papr” (did you mean paper?): it takes paper")]
    [InlineData("GET", "/who?me=1", null, 400, "parameter-unknown", "it takes none")]
    [InlineData("GET", "/broken", null, 500, "internal-error", "a reason of ours")]
    [InlineData("GET", "/message-failures/notes?limit=ten", null, 400, "bad-request", "limit")]
    [InlineData("GET", "/message-failures/notes?cursor=made-up", null, 400, "bad-request", "cursor")]
    public async Task Should_be_answered_by_a_problem_that_says_what_and_where(string method, string path, string? body, int status, string type, string detail)
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = body.StartsWith("text/plain", StringComparison.Ordinal) ? new StringContent(body) : new StringContent(body, Encoding.UTF8, "application/json");

        HttpResponseMessage answer = await host.Http.SendAsync(request);

        string text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        using JsonDocument problem = JsonDocument.Parse(text);
        Assert.Equal($"https://dialinsight.dev/problems/{type}", problem.RootElement.GetProperty("type").GetString());
        Assert.Contains(detail, problem.RootElement.GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(problem.RootElement.GetProperty("requestId").GetString()!);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("Exception", text);
    }

    [Fact]
    public async Task Should_tell_readiness_and_describe_itself()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);

        await Eventually.TrueAsync(async () => (await host.Http.GetAsync("/health/ready")).IsSuccessStatusCode, "the host is ready");
        Assert.Equal("{\"status\":\"healthy\",\"checks\":{}}", await host.Http.GetStringAsync("/health/live"));
        string ready = await host.Http.GetStringAsync("/health/ready");
        Assert.Contains("\"bus\":\"healthy\"", ready);
        Assert.Contains("\"stores\":\"healthy\"", ready);
        Assert.Contains("\"title\": \"DialInsight notes\"", await host.Http.GetStringAsync("/openapi/v1.json"));
    }
}
