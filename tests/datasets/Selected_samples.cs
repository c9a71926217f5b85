using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Selection;

namespace DialInsight.Datasets.Tests;

public sealed class Selected_samples
{
    [Fact]
    public void A_score_is_what_is_expected_of_the_levels()
    {
        Assert.Equal(3.5, SampleSelection.Expected([1, 1, 1, 1, 1, 1]), 12);
        Assert.Equal(5.9, SampleSelection.Expected([0, 0, 0, 0, 0.1, 0.9]), 12);
        // Two votes for medium and one for high, of three levels.
        Assert.Equal(7.0 / 3, SampleSelection.Expected([0, 2, 1]), 12);
        Assert.Throws<ArgumentException>(() => SampleSelection.Expected([]));
        Assert.Throws<ArgumentException>(() => SampleSelection.Expected([1, -0.5]));
        Assert.Throws<ArgumentException>(() => SampleSelection.Expected([double.NaN, 1]));
    }

    [Fact]
    public void The_product_of_both_scores_decides_and_repetition_is_passed_over()
    {
        var selection = new SampleSelection();
        selection.Add(new SourcedText("apples and rivers near a stone"), 6, 1);
        selection.Add(new SourcedText("apples and rivers near a stone!"), 3, 3);
        selection.Add(new SourcedText("trains that cross seven bridges"), 2, 4);
        selection.Add(new SourcedText("a violin lesson on Thursday"), 1, 1);
        Assert.Equal([1, 2, 3], selection.Choose(4, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal([1, 2], selection.Choose(2, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_encoders_vectors_are_made_before_anything_is_chosen()
    {
        List<int> batches = [];
        var encoder = new TextEncoder("two numbers", 0.75, (texts, _) =>
        {
            batches.Add(texts.Count);
            return Task.FromResult<IReadOnlyList<ReadOnlyMemory<float>>>([.. texts.Select(text => (ReadOnlyMemory<float>)new float[] { text.Text.Length, 1 })]);
        });
        var selection = new SampleSelection(encoder);
        foreach (string text in (string[])["a", "aaaaaaaaaaaaaaa", "bbbbbbbbbbbbbb", " "])
            selection.Add(new SourcedText(text), 1, 1);
        Assert.Throws<InvalidOperationException>(() => selection.Choose(2));
        await selection.EncodeAsync(TextEncoder.Batch, TestContext.Current.CancellationToken);
        Assert.Empty(batches);
        await selection.EncodeAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal([3], batches);
        // The second and the third point the same way; the blank one is like nothing.
        Assert.Equal([0, 1, 3], selection.Choose(4, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("two numbers (2 dimensions)", selection.Encoder);
    }

    [Fact]
    public async Task Vectors_of_different_lengths_are_an_error_that_names_the_encoder()
    {
        var encoder = new TextEncoder("shifting", 0.75, (texts, _) => Task.FromResult<IReadOnlyList<ReadOnlyMemory<float>>>([.. texts.Select((_, index) => (ReadOnlyMemory<float>)new float[2 + index])]));
        var collector = new MetricsCollector(encoder: encoder);
        collector.Add("one", "two", "three", 2);
        collector.Add("four", "five", "six", 2);
        EncoderException wrong = await Assert.ThrowsAsync<EncoderException>(() => collector.EncodeAsync(1, TestContext.Current.CancellationToken));
        Assert.StartsWith("shifting gave vectors of 2 and of 3 numbers", wrong.Message, StringComparison.Ordinal);
    }
}
