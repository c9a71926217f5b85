using DialInsight.Client.Runs;
using DialInsight.Client.Transcripts;

namespace DialInsight.Console.Tests;

public sealed class When_a_run_is_steered(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_paused_taken_up_again_and_cancelled()
    {
        await FillAsync();
        RunView run = await platform.Client.Runs.CreateAsync(Recipe("steered", "buying", "curation: manual"), null, 1, Token);
        using var person = new Person(platform);
        await Eventually.IsTrueAsync(async () => await StateAsync(person, run.Id) == "running", () => person.Text);
        Assert.Contains("wait for people", person.Text, StringComparison.Ordinal);

        await person.SendAsync($"form[action='/console/runs/{run.Id}/pause']");
        Assert.Equal("paused", await StateAsync(person, run.Id));
        Assert.Null(person.Page.QuerySelector($"form[action='/console/runs/{run.Id}/pause']"));

        await person.SendAsync($"form[action='/console/runs/{run.Id}/resume']");
        await Eventually.IsTrueAsync(async () => await StateAsync(person, run.Id) == "running", () => person.Text);

        await person.SendAsync($"form[action='/console/runs/{run.Id}/cancel']");
        Assert.Equal("cancelled", await StateAsync(person, run.Id));
        Assert.Empty(person.Page.QuerySelectorAll($"form[action^='/console/runs/{run.Id}/']"));
        Assert.Null(person.Page.GetElementById("live")!.GetAttribute("data-events"));

        await person.OpenAsync("/console/runs?state=Cancelled");
        Assert.NotNull(person.Page.QuerySelector($".rows a[href$='{run.Id}']"));
        Assert.Equal("cancelled", person.Page.QuerySelector("select[name=state] option[selected]")!.TextContent);
        await person.OpenAsync("/console/runs?state=Refused");
        Assert.Null(person.Page.QuerySelector($".rows a[href$='{run.Id}']"));
    }

    [Fact]
    public async Task What_a_service_refuses_is_told_in_the_reader_s_language()
    {
        using var person = new Person(platform, "zh-CN");

        await person.OpenAsync("/console/runs/nowhere");
        Assert.Contains("没有运行 nowhere。", person.Text, StringComparison.Ordinal);
        await person.OpenAsync("/console/transcripts/nowhere");
        Assert.Contains("没有对话 nowhere。", person.Text, StringComparison.Ordinal);
        Assert.Empty(person.Page.QuerySelectorAll("main [lang=en]"));
    }

    [Fact]
    public async Task A_cell_that_runs_dry_says_why()
    {
        await FillAsync();
        RunView run = await platform.Client.Runs.CreateAsync(Recipe("thirsty", "home-improvement", "curation: automatic"), null, 1, Token);
        using var person = new Person(platform, "zh-CN");

        await Eventually.IsTrueAsync(async () => await StateAsync(person, run.Id) == "未通过发布门槛", () => person.Text);

        Assert.Contains("已枯竭", person.Page.QuerySelector(".matrix .cell")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(person.Page.QuerySelectorAll(".notice"), notice =>
            notice.TextContent.Contains("家装服务 / 对话总结", StringComparison.Ordinal) && notice.TextContent.Contains("没有场景为 home-improvement、语言为 zh 的对话", StringComparison.Ordinal));
    }

    private async Task FillAsync()
    {
        await using FileStream calls = File.OpenRead(Path.Combine(Repository.Root, "samples", "transcripts", "real-estate", "buying.jsonl"));
        await platform.Client.Transcripts.SendAsync(calls, "buying.jsonl", new IngestDefaults(Domain: "real-estate"), Token);
    }

    private static async Task<string> StateAsync(Person person, string run)
    {
        await person.OpenAsync($"/console/runs/{run}");
        return person.Page.QuerySelector("h1 + .line .badge")!.TextContent.Trim();
    }

    private static string Recipe(string name, string scenario, string more) =>
        $"name: {name}\ndomain: real-estate\nlanguage: zh\ncells:\n  - {{ scenario: {scenario}, task: summarisation, target: 2 }}\n{more}\n";
}
