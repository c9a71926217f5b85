using System.Text.Json;

namespace DialInsight.Console.Tests;

/// <summary>axe-core's judgement of a page.</summary>
internal static class Accessibility
{
    private static readonly string s_file = Path.Combine(Repository.Root, "tests", "console", "axe", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Fails where a rule of WCAG 2.2 AA is broken seriously; skips where axe-core is not installed.</summary>
    public static async Task CheckAsync(Window window)
    {
        Assert.SkipUnless(File.Exists(s_file), "axe-core is not installed: run `npm ci` in tests/console/axe.");
        // From its top: what scrolled half under the header that stays would be called too small.
        await window.Page.EvaluateAsync("() => scrollTo({ top: 0, behavior: 'instant' })");
        await window.Page.EvaluateAsync(await File.ReadAllTextAsync(s_file, TestContext.Current.CancellationToken));
        string found = await window.Page.EvaluateAsync<string>(
            "async () => JSON.stringify((await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(it => ({ id: it.id, impact: it.impact, nodes: it.nodes.map(node => node.html).slice(0, 3) })))");
        string[] serious =
        [
            .. JsonDocument.Parse(found).RootElement.EnumerateArray()
                .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(violation => violation.ToString()),
        ];
        Assert.True(serious.Length == 0, $"{window.Page.Url}: {string.Join('\n', serious)}");
    }
}
