using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

[Trait("Category", "Browser")]
public sealed class When_files_and_recipes_are_brought_in_by_hand(Platform platform, Browser browser) : IClassFixture<Platform>, IClassFixture<Browser>
{
    [Fact]
    public async Task Dropped_files_tell_what_became_of_every_record()
    {
        await using Window window = await browser.OpenAsync(platform, "zh-CN");
        IPage page = window.Page;
        await page.GotoAsync("/console/transcripts");

        await page.Locator("#files").SetInputFilesAsync(Path.Combine(Repository.Root, "samples", "bad-input", "broken.jsonl"));
        await page.GetByText("在列表中查看").WaitForAsync();

        Assert.Equal(10, await page.Locator(".uploads ul li").CountAsync());
        Assert.Contains("第 3 行", await page.Locator(".uploads").TextContentAsync() ?? "", StringComparison.Ordinal);
        await window.PictureAsync("dropped");
        await Accessibility.CheckAsync(window);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_wrong_line_of_a_recipe_is_shown_in_the_editor()
    {
        await using Window window = await browser.OpenAsync(platform);
        IPage page = window.Page;
        await page.GotoAsync("/console/runs/new");
        await page.Locator("#recipe").FillAsync("name: mine\ndomain: real-estate\nlanguage: zh\nseed: 1\ncells:\n  - { scenario: byuing, task: summarisation, target: 3 }\n");

        await page.GetByRole(AriaRole.Button, new() { Name = "Check and estimate" }).ClickAsync();
        await page.Locator("[data-line='6']").First.ClickAsync();

        Assert.Contains("byuing", await page.EvaluateAsync<string>("() => { const area = document.getElementById('recipe'); return area.value.slice(area.selectionStart, area.selectionEnd); }"), StringComparison.Ordinal);
        await window.PictureAsync("recipe-problems");
        await Accessibility.CheckAsync(window);
    }
}
