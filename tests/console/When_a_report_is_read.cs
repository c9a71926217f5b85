using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

/// <summary>The report as one page: it runs no script, wherever it is opened.</summary>
[Trait("Category", "Browser")]
[Collection(nameof(OnTheSample))]
public sealed class When_a_report_is_read(SamplePlatform platform, Browser browser)
{
    [Theory]
    [InlineData("en-GB", ColorScheme.Light, "en", "zh", "The report as one page")]
    [InlineData("zh-CN", ColorScheme.Dark, "zh", "en", "单页报告")]
    public async Task It_opens_in_the_readers_language_and_the_other_is_a_key_away(string language, ColorScheme colours, string own, string other, string link)
    {
        await using Window window = await browser.OpenAsync(platform, language, colours);
        IPage page = window.Page;
        await page.GotoAsync("/console/reports/sample");
        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await page.WaitForURLAsync(new Regex($"/page#{own}$"));
        await ReadsAsync(page, own, other);
        await Accessibility.CheckAsync(window);

        await page.Locator($".switch a[lang={own}]").FocusAsync();
        await page.Keyboard.PressAsync(own == "en" ? "Shift+Tab" : "Tab");
        Assert.Equal(other, await page.EvaluateAsync<string>("() => document.activeElement.lang"));
        await page.Keyboard.PressAsync("Enter");
        await ReadsAsync(page, other, own);
        Assert.Equal(other, await page.EvaluateAsync<string>("() => document.activeElement.lang"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await ReadsAsync(page, other, own);
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("en-GB", "en", "zh")]
    [InlineData("zh-CN", "zh", "en")]
    public async Task The_service_opens_it_in_the_language_of_the_browser(string language, string own, string other)
    {
        await using Window window = await browser.OpenAsync(platform, language);
        await window.Page.GotoAsync("/reports/sample.html");
        await ReadsAsync(window.Page, own, other);
        await window.Page.Locator($".switch a[lang={other}]").ClickAsync();
        await ReadsAsync(window.Page, other, own);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_release_s_file_opens_in_the_language_of_its_samples_and_switches_without_a_server()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("dialinsight-report-").FullName, "report.html");
        await using (FileStream report = File.Create(file))
            await platform.Client.Releases.ExportAsync(await platform.ReleaseAsync(), "report", report, TestContext.Current.CancellationToken);
        await using Window window = await browser.OpenAsync(platform);
        await window.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await ReadsAsync(window.Page, "zh", "en");
        await window.Page.Locator(".switch a[lang=en]").ClickAsync();
        await ReadsAsync(window.Page, "en", "zh");
        Assert.Empty(window.Complaints);
    }

    private static async Task ReadsAsync(IPage page, string language, string other)
    {
        ILocator heading = page.Locator("main h2").First, spoken = page.Locator(".switch a");
        await Assertions.Expect(heading.Locator($".{language}")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator($"body .{other}:visible").CountAsync());
        string[] shown = [.. await spoken.EvaluateAllAsync<string[]>("links => links.filter(link => getComputedStyle(link).backgroundColor !== 'rgba(0, 0, 0, 0)').map(link => link.lang)")];
        Assert.True(shown is [var only] && only == language, $"The switch shows {string.Join(", ", shown)}.");
    }
}
