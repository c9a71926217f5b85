using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

[Trait("Category", "Browser")]
public sealed class When_experts_work_on_the_sample(SamplePlatform platform, Browser browser) : IClassFixture<SamplePlatform>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("en-GB", ColorScheme.Light, "Guidelines", "Save a new version", "Restore")]
    [InlineData("zh-CN", ColorScheme.Dark, "通用准则", "保存新版本", "恢复")]
    public async Task The_prompt_follows_what_is_typed(string language, ColorScheme colours, string kind, string save, string restore)
    {
        await using Window window = await browser.OpenAsync(platform, language, colours);
        IPage page = window.Page;
        await page.GotoAsync("/console/prompts/real-estate/zh-guidelines-evidence");
        Assert.Equal(kind, await page.Locator("h1").TextContentAsync());
        string whole = (await page.Locator(".tokens b").TextContentAsync())!;

        await page.Locator("#text").PressSequentiallyAsync("逐字核对{{rolls}}");
        await page.Locator("#text[aria-invalid=true]").WaitForAsync();
        Assert.Contains("{{roles}}", await page.Locator("#text-problems li").TextContentAsync(), StringComparison.Ordinal);
        await window.PictureAsync($"prompt-problem-{language}-{colours}".ToLowerInvariant());
        await Accessibility.CheckAsync(window);

        for (int erased = 0; erased < "{{rolls}}".Length; erased++)
            await page.Keyboard.PressAsync("Backspace");
        await page.Locator(".sheet .draft .text", new() { HasTextRegex = new Regex("^逐字核对[^{]") }).WaitForAsync();
        Assert.NotEqual(whole, await page.Locator(".tokens b").TextContentAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = save }).ClickAsync();
        await page.WaitForURLAsync(new Regex("note=saved"));
        await page.GetByRole(AriaRole.Button, new() { Name = restore }).First.ClickAsync();
        await page.WaitForURLAsync(new Regex("note=restored"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_dialogues_offered_are_of_the_scenario_that_is_chosen()
    {
        await using Window window = await browser.OpenAsync(platform);
        IPage page = window.Page;
        await page.GotoAsync("/console/prompts/real-estate/zh-guidelines-evidence");
        string before = await page.Locator("#transcript").InnerHTMLAsync();

        await page.Locator("#scenario").SelectOptionAsync("renting");
        await page.WaitForFunctionAsync("before => document.getElementById('transcript').innerHTML !== before", before);
        await page.Locator("#transcript").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        string chosen = await page.Locator("#transcript").InputValueAsync();
        await page.Locator($"#preview a[href$='{chosen}']").WaitForAsync();

        Assert.Empty(window.Complaints);
    }
}
