using System.Text.RegularExpressions;
using DialInsight.Client.Instructions;
using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

[Trait("Category", "Browser")]
public sealed class When_ten_instructions_are_curated_by_keyboard(CuratedPlatform platform, Browser browser) : IClassFixture<CuratedPlatform>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    public async Task Each_key_decides_and_the_last_decision_is_taken_back(string language)
    {
        await using Window window = await browser.OpenAsync(platform, language);
        IPage page = window.Page;
        await page.GotoAsync("/console/curation/curation");
        await window.PictureAsync($"gate-{language}");
        await Accessibility.CheckAsync(window);

        for (int decided = 0; decided < 7; decided++)
            await PressAsync(page, "k");
        await PressAsync(page, "ArrowRight");
        for (int decided = 0; decided < 2; decided++)
        {
            await page.Keyboard.PressAsync("r");
            if (decided == 0)
                await window.PictureAsync($"gate-reject-{language}");
            await PressAsync(page, "1");
        }

        await page.Keyboard.PressAsync("e");
        await page.Locator("#text").FillAsync($"请逐条列出对话中客户提出的要求，并引用原话 {Guid.NewGuid():N}。");
        await page.Locator("#edit button").ClickAsync();
        await page.WaitForURLAsync(new Regex("note=edit"));
        await PressAsync(page, "u");

        Assert.Contains("note=undone", page.Url, StringComparison.Ordinal);
        InstructionPage rejected = await platform.Client.Curation.ListAsync(new InstructionFilter(State: "rejected", Newest: true), null, 200, TestContext.Current.CancellationToken);
        Assert.True(rejected.Items.Count(instruction => instruction.Rejection == "atGate") >= 2);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_field_takes_the_keys_for_itself()
    {
        await using Window window = await browser.OpenAsync(platform);
        await window.Page.GotoAsync("/console/curation/curation");
        string url = window.Page.Url;

        await window.Page.Keyboard.PressAsync("e");
        await window.Page.Locator("#text").PressSequentiallyAsync("kru");

        Assert.Equal(url, window.Page.Url);
        Assert.Contains("kru", await window.Page.Locator("#text").InputValueAsync(), StringComparison.Ordinal);
    }

    /// <summary>Presses a key that leads to the next page.</summary>
    private static async Task PressAsync(IPage page, string key)
    {
        string before = page.Url;
        await page.Keyboard.PressAsync(key);
        await page.WaitForURLAsync(url => url != before);
    }
}
