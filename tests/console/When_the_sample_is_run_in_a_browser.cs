using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

[Trait("Category", "Browser")]
public sealed class When_the_sample_is_run_in_a_browser(Platform platform, Browser browser) : IClassFixture<Platform>, IClassFixture<Browser>
{
    [Fact]
    public async Task The_sample_comes_to_a_release_that_is_read_reviewed_and_downloaded()
    {
        await using Window window = await browser.OpenAsync(platform);
        IPage page = window.Page;
        await page.GotoAsync("/");
        await window.PictureAsync("first-steps");
        await Accessibility.CheckAsync(window);

        await page.GetByRole(AriaRole.Button, new() { Name = "Load the sample" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/console/runs/sample"));
        await page.GetByRole(AriaRole.Link, new() { Name = "See the release" }).ClickAsync();

        Task<IDownload> download = page.WaitForDownloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "messages.jsonl" }).ClickAsync();
        Assert.Equal(52, (await File.ReadAllLinesAsync(await (await download).PathAsync(), TestContext.Current.CancellationToken)).Length);

        await page.GotoAsync("/console/review?run=sample");
        await page.Keyboard.PressAsync("h");
        await page.WaitForURLAsync(new Regex("last="));
        await page.GetByText("What did the judge say?").ClickAsync();
        await VisitAllAsync();
        Assert.Empty(window.Complaints);
    }

    /// <summary>Every page in both languages, both colours, and on a phone: no complaint of the browser, no serious finding of axe-core, nothing wider than the window.</summary>
    private async Task VisitAllAsync()
    {
        (string Language, ColorScheme Colours, int Width)[] ways = [("en-GB", ColorScheme.Light, 1280), ("zh-CN", ColorScheme.Dark, 1280), ("zh-CN", ColorScheme.Light, 390)];
        string transcript = (await platform.Client.Transcripts.ListAsync(new(), null, 1, TestContext.Current.CancellationToken)).Items[0].Id;
        string release = (await platform.Client.Releases.ListAsync(null, 1, TestContext.Current.CancellationToken)).Items[0].Name;
        (string Name, string Address)[] pages =
        [
            ("overview", "/"), ("transcripts", "/console/transcripts"), ("transcript", $"/console/transcripts/{transcript}"), ("report", "/console/reports/sample"), ("runs", "/console/runs"), ("run", "/console/runs/sample"),
            ("recipe", "/console/runs/new"), ("curation", "/console/curation"), ("gate", "/console/curation/curation"), ("review", "/console/review?run=sample"), ("releases", "/console/releases"),
            ("release", $"/console/releases/{release}"), ("compare", $"/console/releases/compare?from={release}&to={release}"), ("failures", "/console/failures"), ("prompts", "/console/prompts"),
            ("recipe-text", "/console/runs/new?as=text"), ("recipes", "/console/recipes"), ("erasures", "/console/erasures?subject=c-0003"), ("sign-in", "/console/sign-in"),
        ];
        foreach ((string language, ColorScheme colours, int width) in ways)
        {
            await using Window window = await browser.OpenAsync(platform, language, colours, width);
            foreach ((string name, string address) in pages)
            {
                await window.Page.GotoAsync(address);
                await window.PictureAsync($"{name}-{language}-{colours}-{width}".ToLowerInvariant());
                await Accessibility.CheckAsync(window);
                Assert.True(await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than {width} pixels.");
            }

            Assert.Empty(window.Complaints);
        }
    }
}
