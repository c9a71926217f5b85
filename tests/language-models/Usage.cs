using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

/// <summary>How two processes used a limit that they share, by the endpoint's ledger, in minutes of the processes' clock.</summary>
/// <param name="MostInAnyMinute">The most calls of any minute, wherever it starts.</param>
/// <param name="PerMinute">Calls a minute, over all.</param>
/// <param name="StoodStill">Whether the machine stood still for so long that it shows in the others.</param>
internal sealed record Usage(int MostInAnyMinute, double PerMinute, bool StoodStill)
{
    public const int Limit = 600;
    private const int Minutes = 2;

    /// <summary>A tenth of a second's slots may be missed without being given up, and thirty calls (a twentieth of a minute's) need three seconds to crowd another minute.</summary>
    private static readonly TimeSpan s_noticeable = TimeSpan.FromSeconds(0.5);

    /// <summary>Whether they never exceeded it by more than a twentieth, and used nine tenths of it.</summary>
    public bool IsWithinBounds => MostInAnyMinute <= Limit * 1.05 && PerMinute is >= Limit * 0.9 and <= Limit * 1.05;

    public static async Task<Usage> OfAsync(int speed)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new AcceleratedTime(speed), new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 10 });
        ModelPlace.Host[] processes = [Limited(place), Limited(place)];
        using var done = new CancellationTokenSource();
        Task<TimeSpan> watch = LongestStandstillAsync(place.Time, done.Token);

        await Task.WhenAll(Enumerable.Range(0, Limit * Minutes).Select(i => processes[i % 2].AskAsync($"{i}")));

        await done.CancelAsync();
        DateTimeOffset[] calls = [.. place.Ledger.Entries.Select(entry => entry.At).Order()];
        Assert.Equal(Limit * Minutes, calls.Length);
        return new Usage(Most(calls, TimeSpan.FromMinutes(1) / speed), calls.Length / ((calls[^1] - calls[0]).TotalMinutes * speed), await watch > s_noticeable);
    }

    private static ModelPlace.Host Limited(ModelPlace place) => place.Open(("LanguageModel:RequestsPerMinute", $"{Limit}"), ("LanguageModel:MaxConcurrency", "32"));

    /// <summary>For how long a task that only wants to look at the clock was kept from it.</summary>
    private static async Task<TimeSpan> LongestStandstillAsync(TimeProvider time, CancellationToken done)
    {
        TimeSpan longest = TimeSpan.Zero;
        while (!done.IsCancellationRequested)
        {
            long before = time.GetTimestamp();
            await Task.Delay(1, CancellationToken.None);
            TimeSpan took = time.GetElapsedTime(before);
            longest = took > longest ? took : longest;
        }

        return longest;
    }

    private static int Most(DateTimeOffset[] calls, TimeSpan minute)
    {
        int first = 0, most = 0;
        for (int last = 0; last < calls.Length; last++)
        {
            while (calls[last] - calls[first] >= minute)
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
