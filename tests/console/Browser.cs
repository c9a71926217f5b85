using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DialInsight.Console.Tests;

/// <summary>Debian's Chromium, for the tests of one class. Where there is none its tests are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string s_program = Environment.GetEnvironmentVariable("DIALINSIGHT_CHROMIUM") ?? "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where pictures of pages are kept.</summary>
    public static string Screenshots { get; } = Environment.GetEnvironmentVariable("DIALINSIGHT_SCREENSHOTS") ?? Path.Combine(AppContext.BaseDirectory, "screenshots");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(s_program))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = s_program, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
    }

    /// <summary>A window of a person of its own.</summary>
    public async Task<Window> OpenAsync(Platform platform, string language = "en-GB", ColorScheme colours = ColorScheme.Light, int width = 1280)
    {
        Assert.SkipWhen(_browser is null, $"There is no Chromium at {s_program}: install it (Debian: chromium), or set DIALINSIGHT_CHROMIUM.");
        IBrowserContext context = await _browser.NewContextAsync(new()
        {
            BaseURL = platform.Address.ToString(),
            Locale = language,
            ColorScheme = colours,
            ViewportSize = new() { Width = width, Height = 860 },
            BypassCSP = false,
        });
        context.SetDefaultTimeout(60_000);
        return new Window(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>A window that notes every complaint of its page.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();

    public Window(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Keeps a picture of the page.</summary>
    public Task PictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, $"{name}.png"), FullPage = true });

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
