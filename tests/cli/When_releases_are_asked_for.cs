using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DialInsight.Cli.Tests;

public sealed class When_releases_are_asked_for : IDisposable
{
    private const string Diff = """
        {"from":"a-v1","to":"a-v2","added":{"count":1,"samples":["x"]},"removed":{"count":0,"samples":[]},"changed":{"count":2,"samples":[]},"unchanged":3,
         "metrics":{"richness.prompt":{"from":0.5,"to":0.75},"new":{"from":null,"to":1}},
         "richness":{"size":20,"draws":100,"from":{"prompt":{"mean":0.5,"low":0.4,"high":0.6},"input":{"mean":0.5,"low":0.4,"high":0.6},"target":{"mean":0.5,"low":0.4,"high":0.6}},
                     "to":{"prompt":{"mean":0.8,"low":0.7,"high":0.9},"input":{"mean":0.2,"low":0.1,"high":0.3},"target":{"mean":0.5,"low":0.3,"high":0.7}}},
         "gate":[{"measure":"fill","from":{"required":1,"actual":1,"passed":true},"to":{"required":1,"actual":0.5,"passed":false}}],
         "calibration":{"from":null,"to":{"id":"c-1","judge":"j","samples":40,"kappa":0.8,"low":0.71,"high":0.89}}}
        """;

    private static readonly byte[] s_file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(row => $"{{\"row\":{row}}}\n")));
    private readonly string _folder = Directory.CreateTempSubdirectory("dialinsight-cli-").FullName;

    [Fact]
    public async Task A_download_that_breaks_goes_on_to_the_same_bytes()
    {
        await using StubService service = await StubService.StartAsync(Export(breakAt: 20_000), Export(breakAt: 40_000), Export());
        string file = Path.Combine(_folder, "messages.jsonl");
        Tool.Outcome outcome = await Tool.RunAsync("", "releases", "export", "a-v1", "--output", file, "--server", service.Url);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(s_file, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(3, service.Requests.Count);
        Assert.False(File.Exists(file + ".part"));
    }

    [Fact]
    public async Task What_an_earlier_command_left_is_gone_on_with_and_begun_anew_when_it_is_of_something_else()
    {
        foreach (byte[] left in (byte[][])[s_file[..10_000], s_file, [.. s_file[..9_000].Reverse()], [.. s_file, 1, 2, 3]])
        {
            await using StubService service = await StubService.StartAsync(Export());
            string file = Path.Combine(_folder, $"left-{left.Length}.jsonl");
            await File.WriteAllBytesAsync(file + ".part", left, TestContext.Current.CancellationToken);
            Assert.Equal(0, (await Tool.RunAsync("", "releases", "export", "a-v1", "--output", file, "--server", service.Url)).ExitCode);
            Assert.Equal(s_file, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task All_files_of_a_release_are_downloaded_to_its_folder()
    {
        const string release = """{"name":"a-v1","runId":"r","samples":7,"checksum":"00","files":[],"folder":["data/train-00000-of-00001.jsonl","manifest.json"]}""";
        await using StubService service = await StubService.StartAsync(StubService.Answer(200, release), Export(breakAt: 9_000), Export(), Export());
        Tool.Outcome outcome = await Tool.RunAsync("", "releases", "export", "a-v1", "--folder", _folder, "--server", service.Url);
        Assert.Equal((0, Path.Combine(_folder, "a-v1")), (outcome.ExitCode, Assert.Single(outcome.Output)));
        string[] files = [.. Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(["a-v1/data/train-00000-of-00001.jsonl", "a-v1/manifest.json"], files);
        Assert.All(files, file => Assert.Equal(s_file, File.ReadAllBytes(Path.Combine(_folder, file))));
    }

    [Fact]
    public async Task A_release_does_not_write_outside_of_its_folder()
    {
        const string release = """{"name":"a-v1","runId":"r","samples":7,"checksum":"00","files":[],"folder":["../../escaped"]}""";
        await using StubService service = await StubService.StartAsync(StubService.Answer(200, release), Export());
        Tool.Outcome outcome = await Tool.RunAsync("", "releases", "export", "a-v1", "--folder", _folder, "--server", service.Url);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("outside of its folder", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_releases_are_compared_by_sample_and_by_measure()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(200, Diff));
        Tool.Outcome outcome = await Tool.RunAsync("", "releases", "diff", "a-v1", "a-v2", "--server", service.Url);
        Assert.Equal((0, "/releases/a-v1/diff/a-v2"), (outcome.ExitCode, service.Requests.Single().Path));
        Assert.StartsWith("1 added, 0 removed, 2 changed, 3 unchanged", outcome.Output[0], StringComparison.Ordinal);
        Assert.All<string[]>(
            [
                ["richness.prompt", "+0.25"], ["100 parts of 20 samples"], ["prompts", "0.800 [0.700, 0.900]", "higher"], ["inputs", "lower"], ["targets", "intervals overlap"],
                ["fill", "1, asked for 1: passed", "0.5, asked for 1: failed"], ["a-v1 not calibrated; a-v2 kappa 0.80 [0.71, 0.89] over 40 labels (c-1)"],
            ],
            words => Assert.Contains(outcome.Output, line => words.All(word => line.Contains(word, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Lists_and_single_releases_are_shown_and_refusals_are_one_line()
    {
        await using StubService service = await StubService.StartAsync(
            StubService.Answer(200, """{"items":[{"name":"a-v1","version":1,"recipe":"a","runId":"r","releasedAt":"2026-01-01T00:00:00Z","samples":7,"checksum":"00","metrics":{"quality.high":0.9},"calibration":{"id":"c","judge":"j","samples":9,"kappa":0.8,"low":0.7,"high":0.9},"withdrawn":3}],"nextCursor":null}"""),
            StubService.Answer(200, """{"name":"a-v1","runId":"r","samples":7,"checksum":"00","files":[{"name":"alpaca.json","bytes":1200,"sha256":"ff"}],"folder":[],"withdrawals":[{"at":"2026-02-01T00:00:00Z","rows":2,"samples":7,"checksum":"00","before":"11","erasures":["e-7"]}]}"""),
            StubService.Answer(404, """{"type":"no-such-release","title":"no","detail":"No release is called b."}"""));
        Assert.Contains((await Tool.RunAsync("", "releases", "list", "--server", service.Url)).Output, line => line.Contains("a-v1", StringComparison.Ordinal) && line.Contains("0.9", StringComparison.Ordinal) && line.Contains("0.80 [0.70, 0.90]", StringComparison.Ordinal));
        Tool.Outcome shown = await Tool.RunAsync("", "releases", "show", "a-v1", "--server", service.Url);
        Assert.Contains(shown.Output, line => line.Contains("alpaca.json", StringComparison.Ordinal) && line.Contains("1,200", StringComparison.Ordinal));
        Assert.Contains(shown.Output, line => line.Contains("2026-02-01", StringComparison.Ordinal) && line.Contains("e-7", StringComparison.Ordinal));
        Tool.Outcome missing = await Tool.RunAsync("", "releases", "show", "b", "--server", service.Url);
        Assert.Equal((1, "dialinsight: No release is called b."), (missing.ExitCode, Assert.Single(missing.Errors)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The file as the service gives it: in ranges, with its checksum; perhaps with a connection that breaks.</summary>
    private static Func<HttpContext, Task> Export(int? breakAt = null) => async context =>
    {
        int from = context.Request.Headers.Range.ToString() is { Length: > 0 } range ? int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(s_file))}\"";
        if (from >= s_file.Length)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }

        context.Response.StatusCode = from > 0 ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
        context.Response.ContentLength = s_file.Length - from;
        await context.Response.Body.WriteAsync(s_file.AsMemory(from..(breakAt ?? s_file.Length)));
        await context.Response.Body.FlushAsync();
        if (breakAt is not null)
            context.Abort();
    };
}
