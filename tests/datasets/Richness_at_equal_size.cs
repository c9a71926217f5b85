using System.Text.Json;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Rows;

namespace DialInsight.Datasets.Tests;

public sealed class Richness_at_equal_size
{
    [Fact]
    public void An_interval_is_the_mean_and_the_outer_percentiles()
    {
        // 101 values 0.00 … 1.00: the percentiles are the values themselves.
        RichnessInterval interval = RichnessInterval.Of(Enumerable.Range(0, 101).Reverse().Select(value => value / 100.0));
        Assert.Equal((0.5, 0.025, 0.975), (Math.Round(interval.Mean, 12), Math.Round(interval.Low, 12), Math.Round(interval.High, 12)));
        Assert.Equal(new RichnessInterval(0.3, 0.3, 0.3), RichnessInterval.Of([0.3]));
        Assert.Throws<ArgumentException>(() => RichnessInterval.Of([]));
    }

    [Fact]
    public void Intervals_are_apart_only_when_nothing_is_shared()
    {
        Assert.True(new RichnessInterval(0.6, 0.5, 0.7).IsAbove(new RichnessInterval(0.4, 0.3, 0.49)));
        Assert.False(new RichnessInterval(0.6, 0.5, 0.7).IsAbove(new RichnessInterval(0.4, 0.3, 0.5)));
    }

    [Fact]
    public void A_part_has_its_size_no_sample_twice_and_is_the_same_for_the_same_seed()
    {
        var parts = new Subsampling(30, Seed: 5);
        IReadOnlyList<int> drawn = parts.Draw(100, 3);
        Assert.Equal((30, 30), (drawn.Count, drawn.Distinct().Count()));
        Assert.All(drawn, position => Assert.InRange(position, 0, 99));
        Assert.Equal(drawn, parts.Draw(100, 3));
        Assert.NotEqual(drawn, parts.Draw(100, 4));
        Assert.NotEqual(drawn, (parts with { Seed = 6 }).Draw(100, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => parts.Draw(29, 0));
    }

    [Fact]
    public void A_part_of_everything_is_the_data_set_itself()
    {
        MetricsCollector collector = Collect(Enumerable.Range(0, 40).Select(index => Words(index % 10)));
        PerText<RichnessInterval> all = collector.Intervals(new Subsampling(40, 3), TestContext.Current.CancellationToken);
        double measured = collector.Measure(null, TestContext.Current.CancellationToken).Metrics.Richness.Prompt;
        Assert.Equal(0.25, measured);
        Assert.Equal(new RichnessInterval(measured, measured, measured), all.Prompt);
    }

    [Fact]
    public void Repetition_shows_at_equal_size_whatever_the_sizes_were()
    {
        MetricsCollector repeating = Collect(Enumerable.Range(0, 200).Select(index => Words(index % 20)));
        MetricsCollector varied = Collect(Enumerable.Range(0, 90).Select(Words));
        var parts = new Subsampling(40, 40, 1);
        PerText<RichnessInterval> low = repeating.Intervals(parts, TestContext.Current.CancellationToken);
        PerText<RichnessInterval> high = varied.Intervals(parts, TestContext.Current.CancellationToken);
        Assert.True(high.Prompt.IsAbove(low.Prompt), $"{high.Prompt} is not above {low.Prompt}.");
    }

    [Fact]
    public void Of_two_public_sets_the_more_strictly_filtered_is_richer()
    {
        string folder = Path.Combine(Root(), "..", "shared", "data", "instructions");
        if (!Directory.Exists(folder))
            Assert.Skip("The public instruction sets are not beside the repository.");
        var parts = new Subsampling(1000, 20, 42);
        PerText<RichnessInterval> strict = Read(Path.Combine(folder, "gpteacher_toolformer_similarity-0.8.json")).Intervals(parts, TestContext.Current.CancellationToken);
        PerText<RichnessInterval> loose = Read(Path.Combine(folder, "gpteacher_toolformer_dedupe-only.json")).Intervals(parts, TestContext.Current.CancellationToken);
        Assert.True(strict.Prompt.IsAbove(loose.Prompt), $"prompts: {strict.Prompt} is not above {loose.Prompt}.");
        Assert.True(strict.Target.IsAbove(loose.Target), $"targets: {strict.Target} is not above {loose.Target}.");
    }

    private static MetricsCollector Read(string file)
    {
        var collector = new MetricsCollector();
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (JsonElement json in document.RootElement.EnumerateArray())
        {
            DatasetRow row = DatasetFormat.Of(json)!.Read(json);
            collector.Add(row.Prompt, row.Input, row.Target, row.Turns);
        }

        return collector;
    }

    private static MetricsCollector Collect(IEnumerable<string> prompts)
    {
        var collector = new MetricsCollector();
        foreach (string prompt in prompts)
            collector.Add(prompt, "the same", "the same", 2);
        return collector;
    }

    /// <summary>A text that shares few tokens with another number's.</summary>
    private static string Words(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 12).Select(_ => (char)random.Next(0x4E00, 0x9FA0)));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
