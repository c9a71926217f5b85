using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.EndToEnd.Tests.Processes;

namespace DialInsight.EndToEnd.Tests;

public sealed class When_input_is_bad
{
    [Fact]
    public async Task Seven_of_ten_lines_are_kept_and_three_are_named_with_their_lines()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new Workspace();
        await using ServiceProcess standalone = await Standalone.Start(workspace, []).ReadyAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(standalone.Url) };

        using HttpResponseMessage response = await http.PostAsync(
            "/transcripts?fileName=broken.jsonl", new StreamContent(File.OpenRead(Repository.Path("samples", "bad-input", "broken.jsonl"))), cancellationToken);

        Assert.Equal(207, (int)response.StatusCode);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Assert.Equal(7, answer.GetProperty("accepted").GetArrayLength());
        JsonElement[] rejected = [.. answer.GetProperty("rejected").EnumerateArray()];
        Assert.Equal([3, 6, 8], rejected.Select(record => record.GetProperty("line").GetInt32()));
        Assert.All(rejected, record => Assert.NotEmpty(record.GetProperty("reason").GetString()!));
        Assert.Equal(0, await standalone.StopAsync(cancellationToken));
    }

    [Theory]
    [InlineData("--LanguageModel:Temperature=hot", "Temperature")]
    [InlineData("--LanguageModel:Tempreature=1", "Tempreature")]
    [InlineData("--Storage:Provider=Oracle", "Provider")]
    [InlineData("--Bus:Transport=Pigeon", "Transport")]
    public async Task A_wrong_setting_stops_the_start_with_one_clear_line(string setting, string named)
    {
        using var workspace = new Workspace();
        await using ServiceProcess standalone = Standalone.Start(workspace, [setting]);

        Assert.Equal(1, await standalone.ExitAsync(TestContext.Current.CancellationToken));
        string line = Assert.Single(standalone.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(named, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_domain_pack_stops_the_start_with_its_file_and_line()
    {
        using var workspace = new Workspace();
        string pack = workspace.Path("my-pack");
        Directory.CreateDirectory(pack);
        foreach (string file in Directory.GetFiles(Repository.Path("domains", "real-estate")))
            File.Copy(file, Path.Combine(pack, Path.GetFileName(file)));
        File.AppendAllText(Path.Combine(pack, "scenarios.yaml"), "\n- id: buying\n  wieght: 2\n");
        await using ServiceProcess standalone = Standalone.Start(workspace, ["--domain", pack]);

        Assert.Equal(1, await standalone.ExitAsync(TestContext.Current.CancellationToken));
        string line = standalone.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0];
        Assert.Matches(@"scenarios\.yaml\(\d+\)", line);
        Assert.DoesNotContain("   at ", standalone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_that_is_not_valid_is_told_line_by_line()
    {
        using var workspace = new Workspace();
        string recipe = workspace.Write("recipe.yaml", "name: x\ndomain: real-estate\nlanguage: zh\ncells:\n  - { scenario: byuing, task: summarisation, target: 0 }\n");
        await using ServiceProcess standalone = Standalone.Start(workspace, ["--recipe", recipe, "--exit"]);

        Assert.Equal(1, await standalone.ExitAsync(TestContext.Current.CancellationToken));
        Assert.Contains("(5)", standalone.Output, StringComparison.Ordinal);
        Assert.Contains("byuing", standalone.Output, StringComparison.Ordinal);
    }
}
