using DialInsight.Client.Instructions;
using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

[Trait("Category", "Browser")]
public sealed class When_words_are_hostile_in_a_browser(HostilePlatform platform, Browser browser) : IClassFixture<HostilePlatform>, IClassFixture<Browser>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Notes what the page's policy kept from happening: nothing should even have been tried.</summary>
    private const string Watch = "window.refused = []; document.addEventListener('securitypolicyviolation', event => window.refused.push(event.violatedDirective + ' ' + event.blockedURI));";

    /// <summary>What a person cannot get to see: a page wider than the window, text outside of it that nothing scrolls to, text that its box hides, fields that show a part of what is in them.</summary>
    private const string CutOff = """
        () => {
          const found = [], wide = document.documentElement.clientWidth, name = it => `<${it.tagName.toLowerCase()} class="${it.getAttribute('class') ?? ''}"> ${(it.textContent || it.value || '').trim().slice(0, 60)}`;
          if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
          const scrolls = it => { for (; it; it = it.parentElement) if (['auto', 'scroll'].includes(getComputedStyle(it).overflowX)) return true; return false; };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const it = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || getComputedStyle(it.closest('.hidden') ?? it).clipPath !== 'none' || it.closest('.skip, svg, textarea, select, option, script, style, datalist') || !it.checkVisibility()) continue;
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            const box = range.getBoundingClientRect();
            if ((box.right > wide + 1 || box.left < -1) && !scrolls(it)) found.push(`outside: ${name(it)}`);
            for (let at = it; at; at = at.parentElement) {
              const style = getComputedStyle(at);
              if (['hidden', 'clip'].includes(style.overflowX) && box.right > at.getBoundingClientRect().right + 1) { found.push(`hidden: ${name(at)}`); break; }
            }
          }
          for (const area of document.querySelectorAll('main textarea:not(.code)'))
            if (area.checkVisibility() && (area.scrollHeight > area.clientHeight + 2 || area.scrollWidth > area.clientWidth + 2)) found.push(`shown in part: ${name(area)}`);
          return [...new Set(found)];
        }
        """;

    [Theory]
    [InlineData("en-GB", ColorScheme.Dark)]
    [InlineData("zh-CN", ColorScheme.Light)]
    public async Task Nothing_of_it_is_run_and_all_of_it_is_text(string language, ColorScheme colours)
    {
        await using Window window = await browser.OpenAsync(platform, language, colours);
        await window.Page.AddInitScriptAsync(Watch);
        foreach ((string name, string address, bool shows) in await PagesAsync())
        {
            await window.Page.GotoAsync(address);
            await AssertHarmlessAsync(window.Page, address);
            string text = await window.Page.Locator("body").EvaluateAsync<string>("body => body.textContent + [...body.querySelectorAll('textarea')].map(it => it.value)");
            Assert.True(!shows || text.Contains("window.owned=1", StringComparison.Ordinal), $"{address} shows nothing hostile, so that it proves nothing.");
            await window.PictureAsync($"hostile-{name}-{language}-{colours}".ToLowerInvariant());
            if (name is "failure" or "failures" or "lineage" or "gate" or "prompt")
                await Accessibility.CheckAsync(window);
        }

        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Typing_it_into_a_template_part_and_dropping_it_as_a_file_s_name_runs_nothing()
    {
        await using Window window = await browser.OpenAsync(platform);
        IPage page = window.Page;
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync("/console/prompts/real-estate/zh-guidelines-steps");
        await page.Locator("#text").FillAsync($"{HostilePlatform.Script}{HostilePlatform.Style}");
        await page.Locator(".sheet .draft .text", new() { HasText = "window.owned=1" }).WaitForAsync();
        await AssertHarmlessAsync(page, "the preview");

        await page.GotoAsync("/console/transcripts");
        await page.Locator("#files").SetInputFilesAsync(new FilePayload
        {
            Name = "\"><img src=x onerror=window.owned=1>.jsonl",
            MimeType = "application/jsonl",
            Buffer = "{\"turns\": \"<script>window.owned=1</script>\"}"u8.ToArray(),
        });
        await page.Locator(".uploads .badge.bad").WaitForAsync();
        Assert.Contains("onerror=window.owned=1", await page.Locator(".uploads").TextContentAsync(), StringComparison.Ordinal);
        await AssertHarmlessAsync(page, "the drop zone");
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("en-GB", 320)]
    [InlineData("zh-CN", 390)]
    public async Task Nothing_is_cut_off_on_a_phone(string language, int width)
    {
        await using Window window = await browser.OpenAsync(platform, language, width: width);
        IPage page = window.Page;
        List<string> found = [];
        foreach ((string name, string address, _) in await PagesAsync())
        {
            await page.GotoAsync(address);
            await LookAsync(name);
        }

        // Labels in every shape that answers have: cards, tables, lists, prose.
        await page.GotoAsync("/console/review");
        ILocator skip = page.Locator("a[data-key^=s]");
        for (int review = 0; await skip.CountAsync() > 0; review++)
        {
            await LookAsync($"review-{review}");
            await skip.ClickAsync();
        }

        await page.GotoAsync("/console/reports/hostile/page");
        await page.EvaluateAsync("() => { for (const it of document.querySelectorAll('details')) it.open = true; }");
        await LookAsync("report-page");
        Assert.True(found.Count == 0, string.Join('\n', found));

        async Task LookAsync(string name)
        {
            await page.EvaluateAsync("() => { for (const it of document.querySelectorAll('details')) it.open = true; }");
            await window.PictureAsync($"phone-{name}-{width}");
            found.AddRange((await page.EvaluateAsync<string[]>(CutOff)).Select(what => $"{page.Url}: {what}"));
        }
    }

    [Fact]
    public async Task The_report_has_no_handlers()
    {
        await using Window window = await browser.OpenAsync(platform);
        IPage page = window.Page;
        await page.GotoAsync("/console/reports/hostile/page");

        Assert.True(await page.EvaluateAsync<bool>("() => window.owned === undefined"));
        Assert.Contains("window.owned=1", await page.Locator("body").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("script, img, iframe, base").CountAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('*')].filter(it => [...it.attributes].some(at => at.name.startsWith('on'))).length"));
    }

    private static async Task AssertHarmlessAsync(IPage page, string address)
    {
        Assert.True(await page.EvaluateAsync<bool>("() => window.owned === undefined"), $"{address} ran what a conversation or a model said.");
        string[] refused = await page.EvaluateAsync<string[]>("() => window.refused");
        Assert.True(refused.Length == 0, $"{address} tried what its policy refused: {string.Join(", ", refused)}");
        Assert.NotEqual("none", await page.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).display"));
        Assert.Equal(0, await page.Locator("main img, main iframe, main style, main base, main [onclick], main [onfocus], main u").CountAsync());
        Assert.Equal(0, await page.Locator("body script").CountAsync());
    }

    /// <summary>Every page, and whether it must show something hostile.</summary>
    private async Task<IReadOnlyList<(string Name, string Address, bool Shows)>> PagesAsync()
    {
        string transcript = (await platform.Client.Transcripts.ListAsync(new(), null, 1, Token)).Items[0].Id;
        string release = (await platform.Client.Releases.ListAsync(null, 1, Token)).Items[0].Name;
        string failure = Uri.EscapeDataString((await platform.Client.Failures.ListAsync("hostile", null, null, 1, Token)).Items[0].Id);
        InstructionView waiting = (await platform.Client.Curation.ListAsync(new InstructionFilter(Gate: "curation"), null, 1, Token)).Items[0];
        string calibration = (await platform.Client.Calibrations.ListAsync(null, null, 1, Token)).Items is [{ } drawn, ..] ? drawn.Id : (await platform.Client.Calibrations.DrawAsync("hostile", 2, Token)).Id;
        return
        [
            ("overview", "/", false), ("transcripts", "/console/transcripts", false), ("transcript", $"/console/transcripts/{transcript}", true), ("runs", "/console/runs", false),
            ("run", "/console/runs/hostile", false), ("new-run", "/console/runs/new", false), ("recipes", "/console/recipes", false), ("curation", "/console/curation", true),
            ("gate", $"/console/curation/curation?id={waiting.Id}", false), ("lineage", $"/console/instructions/{platform.Instruction}", true), ("review", "/console/review", true),
            ("calibrations", "/console/review/calibrations", false), ("rating", $"/console/review/calibrations/{calibration}", true), ("releases", "/console/releases", false),
            ("release", $"/console/releases/{release}", true), ("compare", $"/console/releases/compare?from={release}&to={release}", false),
            ("report", "/console/reports/hostile", false), ("failures", "/console/failures", false), ("failure", $"/console/failures/one?id={failure}", true), ("prompts", "/console/prompts?domain=real-estate&language=zh", true),
            ("prompt", "/console/prompts/real-estate/zh-guidelines-evidence", true), ("erasures", "/console/erasures", false), ("sign-in", "/console/sign-in", false),
        ];
    }
}
