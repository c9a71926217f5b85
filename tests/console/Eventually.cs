using System.Diagnostics;

namespace DialInsight.Console.Tests;

/// <summary>Waits for conditions, with a limit.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!await HoldsAsync(condition))
        {
            if (watch.Elapsed > s_patience)
                Assert.Fail(otherwise());
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
