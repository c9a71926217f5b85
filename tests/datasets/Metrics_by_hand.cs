using DialInsight.Datasets.Metrics;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.Datasets.Tests;

public sealed class Metrics_by_hand
{
    private static readonly LabelQuality s_quality = new(High: 6, Medium: 3, Low: 1, InReview: 2, Unjudged: 4);

    [Fact]
    public void Complexities_are_the_means_of_the_definition()
    {
        string[] prompts = ["Sum it up.", "List every promise that was made in this conversation."];
        string[] dialogues = ["A: Good morning. B: Good morning to you.", "A: Yes. B: No. A: Maybe, who knows."];
        var collector = new MetricsCollector();
        for (int index = 0; index < 2; index++)
            collector.Add(prompts[index], dialogues[index], "answer", 2);
        DatasetMetrics metrics = Measure(collector);

        double[] prompt = [.. prompts.Select(text => (double)Tokenizer.Qwen.Count(text))];
        double[] dialogue = [.. dialogues.Select(text => (double)Tokenizer.Qwen.Count(text))];
        Assert.Equal(prompt.Average(), metrics.PromptComplexity, 9);
        Assert.Equal(prompt.Zip(dialogue, (p, c) => (c / 3) + (2 * p / 3)).Average(), metrics.InputComplexity, 9);
    }

    [Fact]
    public void Richness_is_the_share_of_communities_and_redundancy_the_rest()
    {
        var collector = new MetricsCollector();
        string[] dialogues = ["one about cats", "one about cats", "one about cats", "something else entirely, boats"];
        foreach (string dialogue in dialogues)
            collector.Add("the same prompt", dialogue, $"answer {dialogue}", 2);
        DatasetMetrics metrics = Measure(collector);
        Assert.Equal(0.25, metrics.Richness.Prompt);
        Assert.Equal(0.75, metrics.Redundancy.Prompt);
        Assert.Equal(0.5, metrics.Richness.Input);
        Assert.Equal(new PerText<int>(1, 2, 2), metrics.Communities);
    }

    [Fact]
    public void Unjudged_labels_never_count_as_low()
    {
        Assert.Equal((0.6, 0.3, 0.1), (s_quality.ShareHigh, s_quality.ShareMedium, s_quality.ShareLow));
        Assert.Equal(4.0 / 16, s_quality.ShareUnjudged);
        Assert.Equal((10, 16), (s_quality.Judged, s_quality.Labelled));
    }

    [Fact]
    public void Languages_are_of_samples_and_words_of_all_their_texts()
    {
        var collector = new MetricsCollector();
        collector.Add("Name the price of the flat.", "The PRICE? It's 350.", "price", 2);
        collector.Add("客户预算是多少？", "客户：预算三百万。", "预算", 2);
        DatasetMetrics metrics = Measure(collector);
        Assert.Equal([("en", 1), ("other", 0), ("zh", 1)], metrics.Languages.Select(entry => (entry.Key, entry.Value)).Order());
        Assert.Equal(new WordCount("price", 3), metrics.Words["en"][0]);
        Assert.DoesNotContain(metrics.Words["en"], word => word.Word is "the" or "it" or "s");
        // Pairs end where a sign or a word without content does.
        Assert.Equal([new("预算", 3), new("客户", 2)], metrics.Words["zh"].Take(2));
        Assert.DoesNotContain(metrics.Words["zh"], word => word.Word is "算是" or "户：");
    }

    [Fact]
    public void Words_are_counted_in_bounded_memory_and_frequent_ones_stay()
    {
        var collector = new MetricsCollector();
        var random = new Random(4);
        for (int sample = 0; sample < 60; sample++)
            collector.Add("lantern", string.Join(' ', Enumerable.Range(0, 5000).Select(_ => string.Concat(Enumerable.Range(0, 8).Select(_ => (char)('a' + random.Next(26)))))), "x", 2);
        Assert.Equal(new WordCount("lantern", 60), Measure(collector).Words["en"][0]);
    }

    [Fact]
    public void An_empty_data_set_has_no_measures() =>
        Assert.Throws<InvalidOperationException>(() => Measure(new MetricsCollector()));

    [Fact]
    public void A_distribution_is_exact_and_its_bins_hold_every_value()
    {
        var tally = new Tally();
        foreach (int value in Enumerable.Range(1, 100))
            tally.Add(value);
        Distribution distribution = tally.ToDistribution();
        Assert.Equal((50.5, 1, 50, 90, 99, 100), (distribution.Mean, distribution.Minimum, distribution.Median, distribution.Percentile90, distribution.Percentile99, distribution.Maximum));
        Assert.Equal(100, distribution.Bins.Sum(bin => bin.Count));
        Assert.InRange(distribution.Bins.Count, 1, 20);
        Assert.All(distribution.Bins.Zip(distribution.Bins.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(3, 2_000_000)]
    [InlineData(1999, 2000)]
    public void Bins_are_few_however_far_the_values_are_apart(int first, int second)
    {
        var tally = new Tally();
        tally.Add(first);
        tally.Add(second);
        Assert.InRange(tally.ToDistribution().Bins.Count, 1, 20);
        Assert.Equal(2, tally.ToDistribution().Bins.Sum(bin => bin.Count));
    }

    private static DatasetMetrics Measure(MetricsCollector collector) => collector.Measure(s_quality, TestContext.Current.CancellationToken).Metrics;
}
