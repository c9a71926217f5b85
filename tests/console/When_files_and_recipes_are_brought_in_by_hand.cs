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
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit as text" }).ClickAsync();
        await page.Locator("#recipe").FillAsync("name: mine\ndomain: real-estate\nlanguage: zh\nseed: 1\ncells:\n  - { scenario: byuing, task: summarisation, target: 3 }\n");

        await page.GetByRole(AriaRole.Button, new() { Name = "Check and estimate" }).ClickAsync();
        await page.Locator("[data-line='6']").First.ClickAsync();

        Assert.Contains("byuing", await page.EvaluateAsync<string>("() => { const area = document.getElementById('recipe'); return area.value.slice(area.selectionStart, area.selectionEnd); }"), StringComparison.Ordinal);
        await window.PictureAsync("recipe-problems");
        await Accessibility.CheckAsync(window);
    }

    [Fact]
    public async Task A_recipe_is_filled_in_mended_at_its_field_estimated_and_started()
    {
        await using Window window = await browser.OpenAsync(platform, "zh-CN");
        IPage page = window.Page;
        await page.GotoAsync("/console/runs/new?domain=customer-support");
        await page.GetByLabel("名称").FillAsync("by-hand");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加单元格" }).ClickAsync();
        await page.GetByLabel("样本数 ，单元格 5").FillAsync("many");

        await page.GetByRole(AriaRole.Button, new() { Name = "检查并估算" }).ClickAsync();
        await page.Locator("#recipe-problems").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "cells[4].target" }).ClickAsync();
        ILocator wrong = page.Locator("[aria-invalid=true]");
        Assert.Equal("recipe-cells-4-target-problem", await wrong.GetAttributeAsync("aria-describedby"));
        Assert.Contains("整数", await page.Locator("#recipe-cells-4-target-problem").TextContentAsync() ?? "", StringComparison.Ordinal);
        await window.PictureAsync("recipe-fields-problems");
        await Accessibility.CheckAsync(window);

        await wrong.FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并估算" }).ClickAsync();
        await page.Locator("#estimate").WaitForAsync();
        await window.PictureAsync("recipe-estimated");
        await Accessibility.CheckAsync(window);

        await page.GetByRole(AriaRole.Button, new() { Name = "启动运行" }).ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/console/runs/run-"));
        await page.GetByRole(AriaRole.Heading, new() { Name = "by-hand" }).WaitForAsync();

        // The browser tells of the answer 400 to the wrong recipe; nothing else.
        Assert.All(window.Complaints, complaint => Assert.Contains("400 (Bad Request)", complaint, StringComparison.Ordinal));
    }
}
