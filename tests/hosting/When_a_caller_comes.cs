using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using DialInsight.Hosting.Audit;
using DialInsight.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Tests;

public sealed class When_a_caller_comes
{
    private static readonly string s_hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("admin-key-1")));
    private static readonly string[] s_keys =
    [
        "--Auth:Keys:0=vera:viewer:viewer-key-1",
        "--Auth:Keys:1={\"name\":\"carl\",\"role\":\"curator\",\"key\":\"curator-key-1\"}",
        "--Auth:Keys:olga:role=operator",
        "--Auth:Keys:olga:key=operator-key-1",
        $"--Auth:Keys:ada:role=Admin",
        $"--Auth:Keys:ada:keySha256={s_hash}",
    ];

    [Theory]
    [InlineData("GET", "/who", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/who", "wrong-key-1", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/who", "viewer-key-1", HttpStatusCode.OK)]
    [InlineData("PUT", "/notes/7", "viewer-key-1", HttpStatusCode.Forbidden)]
    [InlineData("PUT", "/notes/7", "curator-key-1", HttpStatusCode.NoContent)]
    [InlineData("POST", "/notes", "curator-key-1", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/notes", "operator-key-1", HttpStatusCode.Created)]
    [InlineData("DELETE", "/notes/7", "operator-key-1", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/notes/7", "admin-key-1", HttpStatusCode.NoContent)]
    [InlineData("GET", "/health/ready", null, HttpStatusCode.OK)]
    [InlineData("GET", "/openapi/v1.json", null, HttpStatusCode.OK)]
    [InlineData("GET", "/nowhere", null, HttpStatusCode.NotFound)]
    public async Task Should_be_let_in_by_role(string method, string path, string? key, HttpStatusCode expected)
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder, settings: s_keys);
        await Eventually.TrueAsync(async () => (await host.Http.GetAsync("/health/ready")).IsSuccessStatusCode, "the host is ready");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = JsonContent.Create(new NewNote("n", 1));
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);

        HttpResponseMessage answer = await host.Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
        if ((int)expected >= 400)
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Should_be_the_local_admin_on_loopback_without_keys()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);

        Assert.Equal("{\"name\":\"local\",\"role\":\"admin\"}", await host.Http.GetStringAsync("/who"));
    }

    [Fact]
    public async Task Should_leave_an_audit_entry_for_each_change_that_succeeds()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await NoteHost.StartAsync(folder);

        await host.Http.PutAsync("/notes/7", null);
        await host.Http.PostAsJsonAsync("/notes", new NewNote("n8", 1));
        await host.Http.PostAsync("/notes", new StringContent("{"));
        await host.Http.GetAsync("/who");

        List<AuditEntry> entries = [];
        await Eventually.TrueAsync(
            async () =>
            {
                IDocumentCollection<AuditEntry> audit = host.Services.GetRequiredService<AuditLog>().Of("notes");
                entries = [.. (await audit.PageAsync(Query.All.OrderBy("at"), null, 10, CancellationToken.None)).Items.Select(item => item.Document)];
                return entries.Count >= 2;
            },
            "both changes are noted");
        Assert.Equal(["local PUT /notes/{id} 7 204", "local POST /notes /notes/n8 201"], entries.Select(entry => $"{entry.Principal} {entry.Method} {entry.Route} {entry.Target} {entry.Outcome}"));
    }
}
