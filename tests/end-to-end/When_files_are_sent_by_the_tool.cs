using System.Diagnostics;
using System.Text.Json;
using DialInsight.EndToEnd.Tests.Processes;

namespace DialInsight.EndToEnd.Tests;

public sealed class When_files_are_sent_by_the_tool
{
    [Fact]
    public async Task Every_record_is_answered_and_sending_again_changes_nothing()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        await using ServiceProcess ingest = ServiceProcess.Start(Repository.Program("ingest", "DialInsight.Ingest"), [], DocumentServer.Settings(workspace.Path("data")));

        // Before the service listens: the tool waits for it.
        string[] paths = [Repository.Path("samples", "transcripts", "customer-support"), Repository.Path("samples", "bad-input", "broken.jsonl")];
        (int exit, JsonElement[] lines) = await ToolAsync([.. paths, "--server", ingest.Url, "--json"], cancellationToken);
        (int again, JsonElement[] same) = await ToolAsync([.. paths, "--server", ingest.Url, "--json"], cancellationToken);

        Assert.Equal((2, 2), (exit, again));
        Assert.Equal([3, 6, 8], lines[..^1].Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal(3, Sum(lines, "rejected"));
        Assert.True(Sum(lines, "accepted") > 7);
        Assert.Equal((Sum(lines, "accepted"), Sum(lines, "duplicates"), 3), (Sum(same, "known"), Sum(same, "duplicates"), Sum(same, "rejected")));
        Assert.Equal((0, 0), (Sum(lines, "known"), Sum(same, "accepted")));
        using var http = new HttpClient();
        JsonElement count = JsonDocument.Parse(await http.GetStringAsync(new Uri($"{ingest.Url}/transcripts/count"), cancellationToken)).RootElement;
        Assert.Equal(Sum(lines, "accepted"), count.GetProperty("count").GetInt32());
    }

    private static int Sum(JsonElement[] lines, string of) => lines[^1].GetProperty("summary").GetProperty(of).GetInt32();

    private static async Task<(int Exit, JsonElement[] Lines)> ToolAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Tool, "ingest", .. arguments]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }
}
