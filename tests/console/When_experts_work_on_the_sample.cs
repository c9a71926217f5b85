using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

[Trait("Category", "Browser")]
[Collection(nameof(OnTheSample))]
public sealed class When_experts_work_on_the_sample(SamplePlatform platform, Browser browser)
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

    [Theory]
    [InlineData("en-GB", ColorScheme.Light, "Add the part")]
    [InlineData("zh-CN", ColorScheme.Dark, "添加片段")]
    public async Task A_part_that_is_added_is_seen_in_its_prompt_before(string language, ColorScheme colours, string add)
    {
        await using Window window = await browser.OpenAsync(platform, language, colours);
        IPage page = window.Page;
        await page.GotoAsync("/console/prompts/new?domain=real-estate&language=zh&kind=taskNarrative");
        Assert.Equal("{{instruction}}", await page.Locator("#text").InputValueAsync());

        await page.Locator("#kind").SelectOptionAsync("guidelines");
        await page.Locator("#text-problems li").WaitForAsync();
        await page.Locator("#text").FillAsync("以");
        await page.Locator("#placeholders button[value='{{roles}}']").ClickAsync();
        await page.Locator(".sheet .draft .text", new() { HasTextRegex = new Regex("^以[^{]") }).WaitForAsync();
        await window.PictureAsync($"prompt-new-{language}-{colours}".ToLowerInvariant());
        await Accessibility.CheckAsync(window);

        await page.Locator("#id").FillAsync($"zh-guidelines-{language.ToLowerInvariant()}");
        await page.GetByRole(AriaRole.Button, new() { Name = add }).ClickAsync();
        await page.WaitForURLAsync(new Regex("note=added"));
        await Accessibility.CheckAsync(window);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.Locator("form[action$='/retire'] button").ClickAsync();
        await page.WaitForURLAsync(new Regex("note=retired"));
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("en-GB", ColorScheme.Dark, "Open a blind sample", "Who said what")]
    [InlineData("zh-CN", ColorScheme.Light, "抽取盲评样本", "混淆矩阵")]
    public async Task A_calibration_is_rated_by_keyboard_to_its_result(string language, ColorScheme colours, string open, string matrix)
    {
        await using Window window = await browser.OpenAsync(platform, language, colours);
        IPage page = window.Page;
        await page.GotoAsync("/console/review/calibrations?run=sample");
        await page.Locator("input[name=per-cell]").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = open }).ClickAsync();
        await page.Locator("#rated").WaitForAsync();
        await window.PictureAsync($"rating-{language}-{colours}".ToLowerInvariant());
        await Accessibility.CheckAsync(window);

        int samples = int.Parse((await page.Locator("#rated").GetAttributeAsync("max"))!, CultureInfo.InvariantCulture);
        for (int rated = 0; rated < samples; rated++)
        {
            await PressAsync(page, (rated % 3) switch { 0 => "h", 1 => "m", _ => "l" });
            if (rated == 1)
            {
                await PressAsync(page, "u");
                await PressAsync(page, "h");
            }
        }

        await page.GetByRole(AriaRole.Heading, new() { Name = matrix }).WaitForAsync();
        await window.PictureAsync($"calibration-{language}-{colours}".ToLowerInvariant());
        await Accessibility.CheckAsync(window);
        await page.GotoAsync("/console/review/calibrations");
        await window.PictureAsync($"calibrations-{language}-{colours}".ToLowerInvariant());
        await Accessibility.CheckAsync(window);
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("en-GB", ColorScheme.Light)]
    [InlineData("zh-CN", ColorScheme.Dark)]
    public async Task Labels_are_corrected_skipped_and_given_levels_by_keyboard(string language, ColorScheme colours)
    {
        await using Window window = await browser.OpenAsync(platform, language, colours);
        IPage page = window.Page;
        await page.GotoAsync("/console/review?run=sample");
        string first = await page.Locator("input[name=id]").InputValueAsync();
        await PressAsync(page, "s");
        Assert.NotEqual(first, await page.Locator("input[name=id]").InputValueAsync());

        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("hml");
        Assert.Equal("hml", await page.Locator("#reason").InputValueAsync());
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("e");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('.answer-fields') !== null"));
        await page.Keyboard.PressAsync("Escape");
        await window.PictureAsync($"reviewing-{language}-{colours}".ToLowerInvariant());
        await Accessibility.CheckAsync(window);
        await PressAsync(page, "m");
        await page.Locator("details.notice summary").ClickAsync();
        await page.Locator("#agreement").WaitForAsync();
        await window.PictureAsync($"reviewed-{language}-{colours}".ToLowerInvariant());
        await Accessibility.CheckAsync(window);
        Assert.Empty(window.Complaints);
    }

    /// <summary>Presses a key that leads to the next page.</summary>
    private static async Task PressAsync(IPage page, string key)
    {
        string before = page.Url;
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(url => url != before);
    }
}
