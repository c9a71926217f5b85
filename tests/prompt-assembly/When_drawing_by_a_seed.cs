using DialInsight.Contracts.PromptAssembly;
using DialInsight.PromptAssembly.Sampling;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_drawing_by_a_seed
{
    [Fact]
    public void Should_draw_the_same_numbers_on_every_machine()
    {
        var random = new SeededRandom(42, "dialogues", "lending/summary");
        ulong[] drawn = [random.Next(), random.Next(), random.Next(), random.Next()];
        // By another implementation of xoshiro256**.
        Assert.Equal([11_059_356_463_229_384_357UL, 7_129_519_707_392_301_877UL, 15_689_390_098_289_255_314UL, 4_048_010_500_792_805_840UL], drawn);
        Assert.NotEqual(drawn[0], new SeededRandom(43, "dialogues", "lending/summary").Next());
        Assert.NotEqual(drawn[0], new SeededRandom(42, "dialogues", "rooms/summary").Next());
    }

    [Fact]
    public void Should_shuffle_as_it_always_did()
    {
        int[] items = [.. Enumerable.Range(0, 10)];
        new SeededRandom(7, "order").Shuffle<int>(items);
        Assert.Equal([7, 3, 1, 8, 2, 4, 5, 9, 6, 0], items);
    }

    [Fact]
    public void Should_be_uniform_below_a_limit()
    {
        const int limit = 13;
        const int draws = 100_000;
        var random = new SeededRandom(1, "uniform");
        int[] counts = new int[limit];
        for (int draw = 0; draw < draws; draw++)
            counts[random.Below(limit)]++;

        // 12 degrees of freedom: 32.9 is exceeded once in a thousand.
        Assert.InRange(counts.Sum(count => Math.Pow(count - (draws / (double)limit), 2) / (draws / (double)limit)), 0, 32.9);
        Assert.InRange(Enumerable.Range(0, draws).Average(_ => random.Unit()), 0.495, 0.505);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4 })]
    [InlineData(new[] { 0.001, 10, 0, 5, 5 })]
    [InlineData(new[] { 3.0 })]
    public void Should_draw_by_weight(double[] weights)
    {
        const int draws = 100_000;
        var table = new AliasTable(weights);
        var random = new SeededRandom(3, "weights");
        int[] counts = new int[weights.Length];
        for (int draw = 0; draw < draws; draw++)
            counts[table.Draw(random)]++;

        double squares = 0;
        for (int index = 0; index < weights.Length; index++)
        {
            double expected = draws * weights[index] / weights.Sum();
            if (expected == 0)
                Assert.Equal(0, counts[index]);
            else
                squares += Math.Pow(counts[index] - expected, 2) / expected;
        }

        // At most 4 degrees of freedom: 18.5 is exceeded once in a thousand.
        Assert.InRange(squares, 0, 18.5);
    }

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new[] { 0.0, 0 })]
    [InlineData(new[] { 1.0, -1 })]
    [InlineData(new[] { 1.0, double.NaN })]
    [InlineData(new[] { 1.0, double.PositiveInfinity })]
    public void Should_refuse_weights_that_are_none(double[] weights) => Assert.Throws<ArgumentException>(() => new AliasTable(weights));

    [Fact]
    public void Should_pair_no_dialogue_twice_with_an_instruction_and_use_all_before_any_repeats() =>
        Prop.ForAll(Gen.Choose(1, 30).ToArbitrary(), Gen.Choose(1, 7).ToArbitrary(), (dialogues, instructions) =>
        {
            (int Dialogue, int Instruction, int Round)[] pairs = [.. Enumerable.Range(0, dialogues * instructions).Select(index => CandidateOrder.Pair(index, dialogues, instructions)!.Value)];
            return pairs.Select(pair => (pair.Dialogue, pair.Instruction)).Distinct().Count() == pairs.Length
                && pairs.Chunk(dialogues).All(round => round.Select(pair => pair.Dialogue).Distinct().Count() == dialogues)
                && CandidateOrder.Pair(pairs.Length, dialogues, instructions) is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_give_each_attempt_a_candidate_of_its_own() =>
        Prop.ForAll(Gen.Choose(1, 50).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (target, attempts) =>
            (from slot in Enumerable.Range(0, target) from number in Enumerable.Range(0, attempts) select CandidateOrder.Index(slot, number, target)).Distinct().Count() == target * attempts)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Should_draw_each_first_item_by_its_weight_and_everything_once()
    {
        const int draws = 100_000;
        double[] weights = [1, 2, 3, 0, 4];
        int[] firsts = new int[weights.Length];
        for (int draw = 0; draw < draws; draw++)
        {
            int[] order = WeightedOrder.Draw(weights, new SeededRandom(draw, "dialogues"));
            Assert.Equal([0, 1, 2, 4], order.Order());
            firsts[order[0]]++;
        }

        // 3 degrees of freedom: 16.3 is exceeded once in a thousand.
        Assert.InRange(new[] { 0, 1, 2, 4 }.Sum(item => Math.Pow(firsts[item] - (draws * weights[item] / 10), 2) / (draws * weights[item] / 10)), 0, 16.3);
    }

    [Fact]
    public void Should_draw_without_replacement_as_one_by_one_drawing_does()
    {
        // Of three items, the second one drawn is 2 with probability 0.5 · 0.3/0.5 + 0.2 · 0.3/0.8 = 0.375.
        const int draws = 100_000;
        int seconds = Enumerable.Range(0, draws).Count(draw => WeightedOrder.Draw([5, 2, 3], new SeededRandom(draw, "seconds"))[1] == 2);
        Assert.InRange(seconds, (0.375 * draws) - 500, (0.375 * draws) + 500);
    }

    [Fact]
    public void Should_draw_the_same_order_as_ever()
    {
        double[] weights = [.. Enumerable.Range(0, 12).Select(item => item % 3 == 0 ? 4.0 : 1)];
        Assert.Equal(WeightedOrder.Draw(weights, new SeededRandom(7, "order")), WeightedOrder.Draw(weights, new SeededRandom(7, "order")));
        Assert.Equal("0 6 8 7 5 1 10 3 9 2 4 11", string.Join(' ', WeightedOrder.Draw(weights, new SeededRandom(7, "order"))));
        Assert.Empty(WeightedOrder.Draw([0, 0], new SeededRandom(7, "order")));
    }

    [Fact]
    public void Should_cut_long_dialogues_into_windows_that_overlap_and_leave_nothing_out() =>
        Prop.ForAll(Gen.Choose(1, 40).NonEmptyListOf().ToArbitrary(), Gen.Choose(20, 120).ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), (tokens, most, overlap) =>
        {
            IReadOnlyList<TurnWindow> windows = TurnWindows.Cut([.. tokens], most, overlap);
            if (tokens.Sum() <= most)
                return windows.Count == 0;

            bool complete = windows[0].First == 0 && windows[^1].First + windows[^1].Count == tokens.Count;
            bool joined = windows.Zip(windows.Skip(1)).All(pair => pair.Second.First + pair.Second.Overlap == pair.First.First + pair.First.Count && pair.Second.Count > pair.Second.Overlap);
            bool fit = windows.All(window => window.Overlap <= overlap && (window.Count == 1 || tokens.Skip(window.First).Take(window.Count).Sum() <= most));
            return complete && joined && fit;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_deal_dialogues_out_by_what_each_task_needs()
    {
        int[] owners = DialogueShares.Deal(90, [10, 20, 60]);
        Assert.Equal([10, 20, 60], Enumerable.Range(0, 3).Select(task => owners.Count(owner => owner == task)));
        Assert.Equal([3, 6, 18], Enumerable.Range(0, 3).Select(task => DialogueShares.Deal(27, [10, 20, 60]).Count(owner => owner == task)));
    }
}
