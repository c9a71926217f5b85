using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.TextAnalysis.Tests.NearDuplicates;

public sealed class Near_duplicate_search
{
    private static readonly ulong[][] s_texts = [.. PlantedDialogues.Write(5000, seed: 7).Select(Shingles.Of)];

    [Theory]
    [InlineData(0.8)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void Finds_what_comparing_all_pairs_finds(double threshold)
    {
        List<NearDuplicatePair> all = AllPairs(s_texts, threshold);
        IReadOnlyList<NearDuplicatePair> found = NearDuplicateSearch.Pairs(s_texts, threshold, TestContext.Current.CancellationToken);

        Assert.True(all.Count > 200, $"only {all.Count} pairs are planted");
        Assert.Empty(found.Except(all));
        Assert.True(found.Count >= 0.98 * all.Count, $"found {found.Count} of {all.Count}");
    }

    [Fact]
    public void Finds_nearly_all_pairs_right_at_the_threshold()
    {
        List<NearDuplicatePair> all = [.. AllPairs(s_texts, 0.8).Where(pair => pair.Jaccard < 0.85)];
        int found = NearDuplicateSearch.Pairs(s_texts, 0.8, TestContext.Current.CancellationToken).Count(pair => pair.Jaccard < 0.85);

        Assert.True(all.Count > 80, $"only {all.Count} pairs are planted");
        Assert.True(found >= 0.95 * all.Count, $"found {found} of {all.Count}");
    }

    [Fact]
    public void Answers_in_the_order_of_the_texts()
    {
        IReadOnlyList<NearDuplicatePair> found = NearDuplicateSearch.Pairs(s_texts, 0.5, TestContext.Current.CancellationToken);
        Assert.Equal(found.OrderBy(pair => pair.Second).ThenBy(pair => pair.First), found);
        Assert.All(found, pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void Finds_exact_repetitions_at_a_threshold_of_one()
    {
        ulong[] text = Shingles.Of(["one two three four five six"]), other = Shingles.Of(["one two three four five seven"]);
        Assert.Equal(
            [new NearDuplicatePair(0, 2, 1), new NearDuplicatePair(0, 4, 1), new NearDuplicatePair(2, 4, 1)],
            NearDuplicateSearch.Pairs([text, other, text, [], text, []], 1, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0.8, 12, 5)]
    [InlineData(0.5, 17, 2)]
    [InlineData(1, 1, 64)]
    [InlineData(0.1, 44, 1)]
    public void Has_bands_by_the_threshold(double threshold, int bands, int rows)
    {
        var banding = Banding.For(threshold);
        Assert.Equal((bands, rows), (banding.Bands, banding.Rows));
        Assert.True(banding.Chance(threshold) >= Banding.Recall);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Refuses_a_threshold_that_is_none(double threshold) => Assert.Throws<ArgumentOutOfRangeException>(() => Banding.For(threshold));

    /// <summary>The Jaccard similarity of each pair that has any shingle in common, by counting.</summary>
    private static List<NearDuplicatePair> AllPairs(ulong[][] texts, double threshold)
    {
        HashSet<ulong>[] sets = [.. texts.Select(text => text.ToHashSet())];
        var places = new Dictionary<ulong, List<int>>();
        List<NearDuplicatePair> pairs = [];
        for (int second = 0; second < sets.Length; second++)
        {
            var common = new Dictionary<int, int>();
            foreach (ulong shingle in sets[second])
            {
                if (!places.TryGetValue(shingle, out List<int>? holders))
                    places[shingle] = holders = [];
                foreach (int first in holders)
                    common[first] = common.GetValueOrDefault(first) + 1;
                holders.Add(second);
            }

            pairs.AddRange(common
                .Select(count => new NearDuplicatePair(count.Key, second, (double)count.Value / (sets[count.Key].Count + sets[second].Count - count.Value)))
                .Where(pair => pair.Jaccard >= threshold));
        }

        return pairs;
    }
}
