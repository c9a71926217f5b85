using System.Text.RegularExpressions;
using DialInsight.Client.Instructions;
using DialInsight.Client.Runs;
using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

/// <summary>From signing in to a download with Tab, Enter and letters alone, looking at where the focus is at every step.</summary>
[Trait("Category", "Browser")]
public sealed class When_somebody_has_no_mouse(KeyboardPlatform platform, Browser browser) : IClassFixture<KeyboardPlatform>, IClassFixture<Browser>
{
    private const int MostSteps = 120;

    /// <summary>Where the focus is: what has it, whether one can see that, and where it stands on the page.</summary>
    private const string Focus = """
        () => {
          const it = document.activeElement, box = it.getBoundingClientRect(), style = getComputedStyle(it), beside = it.nextElementSibling;
          const ringed = at => at && getComputedStyle(at).outlineStyle !== 'none' && parseFloat(getComputedStyle(at).outlineWidth) >= 2;
          // A field for files is out of sight, and the button beside it shows that it has the focus.
          const shown = it.matches('.hidden') ? it.parentElement.querySelector('label') : it, seen = shown.getBoundingClientRect();
          const x = Math.min(Math.max(seen.left + Math.min(seen.width / 2, 40), 1), innerWidth - 1), y = Math.min(Math.max(seen.top + Math.min(seen.height / 2, 12), 1), innerHeight - 1);
          const above = document.elementFromPoint(x, y);
          return {
            name: `${it.tagName.toLowerCase()}${it.id ? '#' + it.id : ''} ${(it.getAttribute('aria-label') ?? it.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}`,
            isPage: it === document.body, isRinged: ringed(shown), left: seen.left, top: seen.top + scrollY, right: seen.right, bottom: seen.bottom + scrollY,
            isInView: seen.bottom > 0 && seen.top < innerHeight && seen.right > 0 && seen.left < innerWidth && (shown.contains(above) || above?.contains(shown)),
          };
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("zh-CN", 390)]
    public async Task Everything_from_the_sign_in_to_a_download_is_reached_in_the_order_of_reading(string language, int width)
    {
        await using Window window = await browser.OpenAsync(platform, language, width: width);
        IPage page = window.Page;

        await page.GotoAsync("/console/runs");
        await page.Keyboard.TypeAsync("no such key");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#key[aria-invalid=true]:focus").WaitForAsync();
        await page.Locator("#key:focus").WaitForAsync();
        await page.Keyboard.TypeAsync(platform.Key!);
        await EnterAsync(page, "/console/runs$");

        await page.Keyboard.PressAsync("Tab");
        await page.Locator(".skip:focus").WaitForAsync();
        Assert.True((await FocusAsync(page)).IsInView, "The way past the header is not seen.");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#main:focus").WaitForAsync();
        await TabToAsync(page, "main a[href='/console/runs/curated']");
        await EnterAsync(page, "/console/runs/curated$");

        await TabToAsync(page, "main a[href='/console/curation']");
        await EnterAsync(page, "/console/curation$");
        await TabToAsync(page, "main a[href='/console/curation/curation']");
        await EnterAsync(page, "/console/curation/curation$");
        await DecideAsync(page);

        await FromTheTopAsync(page, "nav a[href='/console/review']", "/console/review$");
        await TabToAsync(page, "button[name=level][value=high]");
        await EnterAsync(page, "last=");
        await page.Locator("details.notice summary:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("details.notice[open]").WaitForAsync();
        await TabToAsync(page, "button[name=level][value=medium]");

        await FromTheTopAsync(page, "nav a[href='/console/releases']", "/console/releases$");
        await TabToAsync(page, $"main a[href='/console/releases/{platform.Release}']");
        await EnterAsync(page, $"/console/releases/{platform.Release}$");
        await TabToAsync(page, "main a[download='messages.jsonl']");
        Task<IDownload> download = page.WaitForDownloadAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.NotEmpty(await File.ReadAllLinesAsync(await (await download).PathAsync(), Token));

        // The only complaint is of the key that nobody has.
        Assert.All(window.Complaints, complaint => Assert.Contains("401", complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console/transcripts")]
    [InlineData("/console/runs/sample")]
    [InlineData("/console/runs/new")]
    [InlineData("/console/recipes")]
    [InlineData("/console/curation/curation")]
    [InlineData("/console/review")]
    [InlineData("/console/review/calibrations")]
    [InlineData("/console/failures")]
    [InlineData("/console/prompts")]
    [InlineData("/console/reports/sample")]
    [InlineData("/console/erasures?subject=c-0003")]
    [InlineData("/reports/sample.html")]
    public async Task No_page_keeps_the_focus_and_every_stop_is_seen(string address)
    {
        await using Window window = await browser.OpenAsync(platform);
        IPage page = window.Page;
        await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = $"Bearer {platform.Key}" });
        await page.GotoAsync("/console/sign-in");
        await page.Locator("#key:focus").WaitForAsync();
        await page.Keyboard.TypeAsync(platform.Key!);
        await EnterAsync(page, "/$");
        await page.GotoAsync(address);

        // Round and out at the end: the browser's own window comes after the last.
        await page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo({ top: 0, behavior: 'instant' }); }");
        HashSet<string> stops = [];
        Stop before = await StepAsync(page, null);
        while (!before.IsPage && stops.Count < 1000)
        {
            stops.Add($"{before.Name} {before.Top:0} {before.Left:0}");
            before = await StepAsync(page, before);
        }

        Assert.True(before.IsPage, $"The focus does not leave {address}: it is at {before.Name}.");
        string[] reached = [.. stops];
        int all = await page.EvaluateAsync<int>("() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(it => it.checkVisibility() && !it.disabled).length");
        Assert.True(reached.Length >= all, $"{reached.Length} stops are fewer than the {all} things to use on {address}:\n{string.Join('\n', reached)}");
    }

    [Fact]
    public async Task Switching_language_and_colours_keeps_the_focus_at_the_switch()
    {
        await using Window window = await browser.OpenAsync(platform);
        IPage page = window.Page;
        await page.GotoAsync("/console/sign-in");
        await page.Locator("#theme").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("html[data-theme=light] #theme:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("html[lang=zh-CN] #language:focus").WaitForAsync();
    }

    /// <summary>Keeps one, takes that back, writes one anew and rejects one: the focus goes on from what came of each.</summary>
    private static async Task DecideAsync(IPage page)
    {
        await TabToAsync(page, "button[value=keep]");
        await EnterAsync(page, "note=keep");
        await page.Locator(".notice[role=status]:focus").WaitForAsync();
        await TabToAsync(page, "form[action$='/undo'] button");
        await EnterAsync(page, "note=undone");
        await page.Locator(".notice[role=status]:focus").WaitForAsync();

        await TabToAsync(page, "button[data-opens=edit]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#text:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync($"请逐条列出对话中客户提出的要求，并引用原话 {Guid.NewGuid():N}。");
        await TabToAsync(page, "#edit button");
        await EnterAsync(page, "note=edit");

        await TabToAsync(page, "button[data-opens=reject]");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "#reject button[name=reason]");
        await EnterAsync(page, "note=reject");
        await page.Locator(".notice[role=status]:focus").WaitForAsync();
    }

    /// <summary>Begins a page anew, as one does who opens it, and follows a way in its header.</summary>
    private static async Task FromTheTopAsync(IPage page, string selector, string leads)
    {
        await page.GotoAsync("/");
        await TabToAsync(page, selector);
        await EnterAsync(page, leads);
    }

    private static async Task EnterAsync(IPage page, string leads)
    {
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex(leads));
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        ILocator wanted = page.Locator(selector).First;
        Stop? before = null;
        for (int step = 0; step < MostSteps; step++)
        {
            before = await StepAsync(page, before);
            if (await wanted.EvaluateAsync<bool>("it => it === document.activeElement"))
                return;
        }

        Assert.Fail($"{selector} is not reached on {page.Url} in {MostSteps} steps; the focus is at {before?.Name}.");
    }

    /// <summary>One step on: it is seen, it is not where it was, and it is not before it.</summary>
    private static async Task<Stop> StepAsync(IPage page, Stop? before)
    {
        await page.Keyboard.PressAsync("Tab");
        Stop stop = await FocusAsync(page);
        if (stop.IsPage)
            return stop;
        Assert.True(stop.IsRinged, $"{page.Url}: nothing shows that {stop.Name} has the focus.");
        Assert.True(stop.IsInView, $"{page.Url}: {stop.Name} has the focus out of view.");
        if (before is { IsPage: false })
            Assert.False(stop.Bottom <= before.Top + 1 && stop.Left <= before.Left, $"{page.Url}: from {before.Name} the focus goes back to {stop.Name}.");
        return stop;
    }

    private static Task<Stop> FocusAsync(IPage page) => page.EvaluateAsync<Stop>(Focus);

    private sealed record Stop
    {
        public string Name { get; set; } = "";

        public bool IsPage { get; set; }

        public bool IsRinged { get; set; }

        public bool IsInView { get; set; }

        public double Left { get; set; }

        public double Top { get; set; }

        public double Right { get; set; }

        public double Bottom { get; set; }
    }
}

/// <summary>A platform that asks for keys, with the sample's release and a run that waits for people.</summary>
public sealed class KeyboardPlatform : Platform
{
    private const string ForPeople = """
        name: for-people
        domain: real-estate
        language: zh
        curation: manual
        cells:
          - { scenario: home-improvement, task: information-extraction, target: 4 }
          - { scenario: home-improvement, task: comparison, target: 4 }
        """;

    public override string? Key => "the-key-of-the-admin";

    /// <summary>The sample's release.</summary>
    public string Release { get; private set; } = "";

    protected override IEnumerable<string> Settings => [$"--Auth:Keys=ada:admin:{Key}"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Sample.SendAsync(Client);
        // Of cells that the sample has none of: it would wait for the people of the other run.
        await Client.Runs.CreateAsync(ForPeople, "curated", Sample.Transcripts, CancellationToken.None);
        await Client.Runs.CreateAsync(Sample.Recipe, "sample", Sample.Transcripts, CancellationToken.None);
        string standing = "";
        await Eventually.IsTrueAsync(
            async () =>
            {
                RunView run = await Client.Runs.GetAsync("sample", CancellationToken.None);
                (standing, Release) = (run.Status, run.Release ?? "");
                return run.Release is not null && (await Client.Curation.ListAsync(new InstructionFilter(Gate: "curation"), null, 50, CancellationToken.None)).Items.Count >= 10;
            },
            () => $"The sample did not come to a release ({standing}), or no instruction to the gate.");
    }
}
