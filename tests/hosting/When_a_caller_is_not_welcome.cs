using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DialInsight.Hosting.Audit;
using DialInsight.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Tests;

public sealed class When_a_caller_is_not_welcome
{
    private static readonly string s_hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("hashed-key-1")));

    [Theory]
    [InlineData("ended-key-1", HttpStatusCode.Unauthorized, "key-expired")]
    [InlineData("json-key-ended", HttpStatusCode.Unauthorized, "key-expired")]
    [InlineData("current-key-1", HttpStatusCode.OK, null)]
    [InlineData("hashed-key-1", HttpStatusCode.OK, null)]
    public async Task A_key_is_refused_from_its_end_on(string key, HttpStatusCode expected, string? type)
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, settings:
        [
            $"--Auth:Keys:0=old:admin@2020-01-01:ended-key-1,new:viewer@2999-12-31:current-key-1,hash:viewer:sha256={s_hash}",
            "--Auth:Keys:1={\"name\":\"json\",\"role\":\"admin\",\"key\":\"json-key-ended\",\"expires\":\"2021-06-30\"}",
        ]);

        HttpResponseMessage answer = await SendAsync(host, HttpMethod.Get, "/who", key);

        Assert.Equal(expected, answer.StatusCode);
        if (type is not null)
            Assert.Equal($"https://dialinsight.dev/problems/{type}", await TypeOfAsync(answer));
    }

    [Fact]
    public async Task What_a_known_caller_may_not_change_is_noted()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, settings: "--Auth:Keys=vera:viewer:viewer-key-1");

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(host, HttpMethod.Delete, "/notes/7", "viewer-key-1")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(host, HttpMethod.Delete, "/notes/7", null)).StatusCode);

        AuditEntry entry = await OnlyEntryAsync(host);
        Assert.Equal("vera DELETE /notes/{id} 7 403", $"{entry.Principal} {entry.Method} {entry.Route} {entry.Target} {entry.Outcome}");
    }

    [Fact]
    public async Task One_who_asks_too_often_is_told_to_wait_and_others_are_not()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, settings: ["--Auth:Keys=busy:viewer:busy-key-1,calm:viewer:calm-key-1", "--Auth:RequestsPerMinute=5"]);

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(host, HttpMethod.Get, "/who", "busy-key-1")));

        HttpResponseMessage refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.InRange(answers.Count(answer => answer.IsSuccessStatusCode), 5, 10);
        Assert.Equal("https://dialinsight.dev/problems/too-many-requests", await TypeOfAsync(refused));
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, HttpMethod.Get, "/who", "calm-key-1")).StatusCode);
    }

    [Fact]
    public async Task Guessing_keys_is_slowed_down_without_holding_up_those_who_have_one()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, settings: ["--Auth:Keys=vera:viewer:viewer-key-1", "--Auth:RefusalsPerMinute=3"]);

        HttpResponseMessage[] guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(guess => SendAsync(host, HttpMethod.Get, "/who", $"guess-number-{guess}")));

        Assert.Contains(guesses, guess => guess.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.DoesNotContain(guesses, guess => guess.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, HttpMethod.Get, "/who", "viewer-key-1")).StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_as_such()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);
        string body = $"{{\"id\":\"{new string('x', 31 << 20)}\",\"pages\":1}}";

        using var request = new HttpRequestMessage(HttpMethod.Post, "/notes") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        // So that the refusal is read before 31 MB are sent into a connection that is being closed.
        request.Headers.ExpectContinue = true;

        HttpResponseMessage answer = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/notes/../who", 401)]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd", 404)]
    [InlineData("/health/../who", 401)]
    [InlineData("/health/live/%2e%2e/%2e%2e/who", 401)]
    [InlineData("//who", 404)]
    [InlineData("/who/", 401)]
    [InlineData("/WHO", 401)]
    [InlineData("/notes/a%00b", 404)]
    public async Task A_trick_with_the_path_opens_nothing(string path, int expected)
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, settings: "--Auth:Keys=vera:viewer:viewer-key-1");

        // By hand: a client would tidy the path up.
        string answer = await SpeakAsync(host, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        int status = int.Parse(answer.Split(' ')[1]);
        Assert.True(status == expected || status == 400, answer);
        Assert.DoesNotContain("\"name\":", answer);
    }

    [Theory]
    [InlineData("Authorization: Bearer viewer-key-1\r\n X-Role: admin")]
    [InlineData("Authorization: Bearer wrong\r\nAuthorization: Bearer viewer-key-1")]
    [InlineData("X-Forwarded-User: ada")]
    [InlineData("Authorization: Basic dmVyYTp2aWV3ZXIta2V5LTE=")]
    public async Task A_trick_with_a_header_makes_nobody_of_anybody(string header)
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, settings: "--Auth:Keys=vera:viewer:viewer-key-1");

        string answer = await SpeakAsync(host, $"DELETE /notes/7 HTTP/1.1\r\nHost: localhost\r\n{header}\r\nConnection: close\r\n\r\n");

        Assert.Contains(answer.Split(' ')[1], (string[])["400", "401", "403"]);
    }

    [Theory]
    [InlineData("/who")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    public async Task Every_answer_forbids_browsers_to_run_frame_or_keep_it(string path)
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);

        HttpResponseMessage answer = await host.Http.GetAsync(path);

        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    private static async Task<HttpResponseMessage> SendAsync(NoteHost host, HttpMethod method, string path, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        return await host.Http.SendAsync(request);
    }

    private static async Task<string> SpeakAsync(NoteHost host, string words)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(words));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task<string?> TypeOfAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();

    private static async Task<AuditEntry> OnlyEntryAsync(NoteHost host)
    {
        List<AuditEntry> entries = [];
        await Eventually.TrueAsync(
            async () =>
            {
                IDocumentCollection<AuditEntry> audit = host.Services.GetRequiredService<AuditLog>().Of("notes");
                entries = [.. (await audit.PageAsync(Query.All.OrderBy("at"), null, 10, CancellationToken.None)).Items.Select(item => item.Document)];
                return entries.Count > 0;
            },
            "the refusal is noted");
        return Assert.Single(entries);
    }
}
