using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Selection;
using DialInsight.TextAnalysis.Selection;
using DialInsight.TextAnalysis.Tokens;
using DialInsight.TextAnalysis.Vectors;
using FsCheck;
using FsCheck.Fluent;

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
        Assert.Equal([1, 2, 3], selection.Choose(4, cancellationToken: TestContext.Current.CancellationToken).Chosen);
        Assert.Equal([1, 2], selection.Choose(2, cancellationToken: TestContext.Current.CancellationToken).Chosen);
    }

    [Fact]
    public void No_two_chosen_are_more_similar_than_allowed_and_whatever_is_passed_over_is()
    {
        string[] words = ["rent", "roof", "garden", "lease", "tram", "stairs"];
        Gen<string> text = Gen.Elements(words).ArrayOf().Select(static chosen => string.Join(' ', chosen));
        Arbitrary<(string Text, int Complexity, int Quality)[]> samples =
            text.SelectMany(static text => Gen.Choose(1, 6).SelectMany(complexity => Gen.Choose(1, 6).Select(quality => (text, complexity, quality)))).ArrayOf().ToArbitrary();
        Prop.ForAll(samples, Gen.Choose(1, 12).ToArbitrary(), Gen.Elements(0.5, 0.8, 0.9).ToArbitrary(), static (samples, most, similarity) =>
        {
            var selection = new SampleSelection();
            var bags = new TokenBags();
            foreach ((string text, int complexity, int quality) in samples)
            {
                selection.Add(new SourcedText(text), complexity, quality);
                bags.Add(Tokenizer.Qwen.Encode(text));
            }

            IReadOnlyList<SparseVector> vectors = bags.Vectors([.. Enumerable.Range(0, samples.Length)]);
            DiverseChoice choice = selection.Choose(most, similarity);
            Assert.InRange(choice.Chosen.Count, Math.Min(samples.Length, 1), most);
            Assert.Empty(choice.Chosen.Intersect(choice.PassedOver.Select(passed => passed.Index)));
            Assert.DoesNotContain(choice.Chosen, first => choice.Chosen.Any(second => first != second && (float)vectors[first].Cosine(vectors[second]) > (float)similarity));
            Assert.All(choice.PassedOver, passed => Assert.True((float)vectors[passed.Index].Cosine(vectors[passed.For]) > (float)similarity));
            // Only what ranks below all of them was not looked at.
            if (choice.Chosen.Count < most)
                Assert.Equal(samples.Length, choice.Chosen.Count + choice.PassedOver.Count);
            static int Worth((string Text, int Complexity, int Quality) sample) => sample.Complexity * sample.Quality;
            int least = choice.Chosen.Select(index => Worth(samples[index])).DefaultIfEmpty(0).Min();
            Assert.DoesNotContain(
                Enumerable.Range(0, samples.Length).Except(choice.Chosen).Except(choice.PassedOver.Select(passed => passed.Index)), index => Worth(samples[index]) > least);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
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
        Assert.Equal([0, 1, 3], selection.Choose(4, cancellationToken: TestContext.Current.CancellationToken).Chosen);
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
