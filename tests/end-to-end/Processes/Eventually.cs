using System.Diagnostics;

namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>Waits for conditions, with a limit.</summary>
internal static class Eventually
{
    public static async Task IsTrueAsync(Func<Task<bool>> condition, TimeSpan limit, Func<string> otherwise, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > limit)
                Assert.Fail(otherwise());
            await Task.Delay(100, cancellationToken);
        }
    }
}
