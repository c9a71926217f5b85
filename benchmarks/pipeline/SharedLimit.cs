using System.Diagnostics;
using System.Globalization;
using DialInsight.LanguageModels;
using DialInsight.Storage;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>Two processes under one limit of requests a minute, for some minutes of the wall clock: what the endpoint sees of them.</summary>
internal static class SharedLimit
{
    private const int PerMinute = 600, AtOnce = 32;

    /// <summary>Measures.</summary>
    /// <param name="minutes">For how long the processes ask.</param>
    public static async Task<object> MeasureAsync(int minutes)
    {
        string folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-").FullName;
        try
        {
            await using StubProcess stub = await StubProcess.StartAsync();
            await stub.OpenAsync(100);
            Process[] processes = [.. ((string[])["first", "second"]).Select(name => StubProcess.Child("limited", stub.Url, folder, name, minutes.ToString(CultureInfo.InvariantCulture)))];
            int[] calls = [.. (await Task.WhenAll(processes.Select(process => process.StandardOutput.ReadToEndAsync()))).Select(output => int.Parse(output, CultureInfo.InvariantCulture))];
            double[] times = [.. (await stub.TimesAsync()).Order()];
            double seconds = times[^1] - times[0];
            return new
            {
                limitPerMinute = PerMinute,
                seconds = Math.Round(seconds, 1),
                calls = times.Length,
                usedOfTheLimit = Math.Round((times.Length - 1) / seconds * 60 / PerMinute, 3),
                mostInAnyMinute = MostWithin(times, 60),
                mostInAnySecond = MostWithin(times, 1),
                shares = calls.Select(made => Math.Round((double)made / times.Length, 3)),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One of the processes: asks as often as it may, and prints how often that was.</summary>
    public static async Task<int> AskAsync(string url, string folder, string name, int minutes)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
            [.. Settings.Labelling($"{url}/{Stub.Timed}", folder, AtOnce), string.Create(CultureInfo.InvariantCulture, $"--LanguageModel:RequestsPerMinute={PerMinute}")]);
        builder.Services.AddDocumentStore(builder.Configuration).AddLanguageModels(builder.Configuration);
        await using WebApplication app = builder.Build();
        ILanguageModel model = app.Services.GetRequiredService<ILanguageModels>().Labeller;
        var clock = Stopwatch.StartNew();
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (clock.Elapsed < TimeSpan.FromMinutes(minutes))
            {
                string text = string.Create(CultureInfo.InvariantCulture, $"{name} {Interlocked.Increment(ref next)}");
                await model.AnswerAsync(new ModelRequest { Purpose = ModelPurpose.Label, Messages = [new ModelMessage("user", text)] }, CancellationToken.None);
            }
        }));
        Console.WriteLine(next);
        return 0;
    }

    private static int MostWithin(double[] times, double seconds)
    {
        int first = 0, most = 0;
        for (int last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= seconds)
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
