using DialInsight.Hosting.Tests;
using DialInsight.Ingest.Deduplication;
using DialInsight.Ingest.Tests.Fixtures;
using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;
using DialInsight.TextAnalysis.NearDuplicates;
using DialInsight.TextAnalysis.Tests.NearDuplicates;

namespace DialInsight.Ingest.Tests;

public sealed class When_replicas_look_for_near_duplicates
{
    private static readonly TranscriptDocument[] s_some = [.. PlantedDialogues.Write(600, seed: 11).Select(DeduplicatingReplica.Transcript).DistinctBy(transcript => transcript.Id)];

    [Theory]
    [InlineData(1 << 16)]
    [InlineData(32)]
    public async Task Should_find_what_comparing_each_with_all_that_are_kept_finds(int held)
    {
        using var folder = new TemporaryFolder();
        await using var replica = new DeduplicatingReplica(folder.Path, held: held);
        NearDuplicate?[] found = await TakeAllAsync(replica, s_some, 128);

        List<(string Id, ShingleSet Set)> kept = [];
        int expected = 0, missed = 0;
        for (int index = 0; index < found.Length; index++)
        {
            var set = new ShingleSet(Shingles.Of(s_some[index].Turns.Select(turn => turn.Text)));
            (string Id, double Jaccard)[] alike = [.. kept.Select(other => (other.Id, other.Set.Jaccard(set))).Where(other => other.Item2 >= 0.8)];
            expected += alike.Length > 0 ? 1 : 0;
            missed += alike.Length > 0 && found[index] is null ? 1 : 0;
            if (found[index] is { } duplicate)
                Assert.Contains((duplicate.Of, duplicate.Similarity), alike);
            else
                kept.Add((s_some[index].Id, set));
        }

        Assert.True(expected > 50, $"only {expected} are planted");
        Assert.True(missed <= 0.02 * expected, $"missed {missed} of {expected}");
    }

    [Fact]
    public async Task Should_answer_the_same_whatever_the_batches_and_when_repeated()
    {
        using TemporaryFolder one = new(), other = new();
        await using DeduplicatingReplica large = new(one.Path), small = new(other.Path, held: 50);
        NearDuplicate?[] found = await TakeAllAsync(large, s_some, 500);

        Assert.Equal(found, await TakeAllAsync(small, s_some, 17));
        Assert.Equal(found, await TakeAllAsync(large, s_some, 60));
        Assert.Equal(found.Count(duplicate => duplicate is null), await large.IndexedAsync());
    }

    [Fact]
    public async Task Should_not_keep_two_that_are_alike_though_they_come_at_once()
    {
        using var folder = new TemporaryFolder();
        await using DeduplicatingReplica first = new(folder.Path), second = new(folder.Path, held: 20), third = new(folder.Path, held: 100);
        TranscriptDocument[] backwards = [.. s_some.Reverse()];
        await Task.WhenAll(TakeAllAsync(first, s_some, 40), TakeAllAsync(second, backwards, 25), TakeAllAsync(third, [.. s_some[300..], .. s_some[..300]], 30));

        ulong[][] kept = [.. (await first.KeptAsync()).Select(transcript => Shingles.Of(transcript.Turns.Select(turn => turn.Text)))];
        Assert.InRange(kept.Length, 300, 550);
        Assert.Empty(NearDuplicateSearch.Pairs(kept, 0.8, TestContext.Current.CancellationToken));
        Assert.Equal(kept.Length, await first.IndexedAsync());
    }

    [Fact]
    public async Task Should_go_on_where_one_was_killed_before_it_kept_what_it_had_indexed()
    {
        using var folder = new TemporaryFolder();
        await using (var killed = new DeduplicatingReplica(folder.Path))
            await killed.TakeAsync(s_some[..50], killed: true);
        await using var next = new DeduplicatingReplica(folder.Path);
        NearDuplicate?[] found = await TakeAllAsync(next, s_some[..50], 20);

        Assert.Equal(found.Count(duplicate => duplicate is null), (await next.KeptAsync()).Count);
        Assert.Contains(found, duplicate => duplicate is null);
        Assert.Equal(found.Count(duplicate => duplicate is null), await next.IndexedAsync());
    }

    [Fact]
    public async Task Should_make_the_index_anew_for_another_threshold_or_when_it_is_gone()
    {
        using var folder = new TemporaryFolder();
        NearDuplicate?[] found;
        await using (var before = new DeduplicatingReplica(folder.Path))
        {
            found = await TakeAllAsync(before, s_some[..400], 100);
            await before.Segments.DeleteWhereAsync(Query.All, TestContext.Current.CancellationToken);
        }

        int kept = found.Count(duplicate => duplicate is null);
        await using (var again = new DeduplicatingReplica(folder.Path))
        {
            Assert.Equal(found.Select(duplicate => duplicate?.Similarity), (await TakeAllAsync(again, s_some[..400], 100)).Select(duplicate => duplicate?.Similarity));
            Assert.Equal(kept, await again.IndexedAsync());
        }

        await using var other = new DeduplicatingReplica(folder.Path, "0.5");
        await TakeAllAsync(other, s_some[400..410], 10);
        Assert.All(await KeysAsync(other), key => Assert.StartsWith("17x2", key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1 << 16)]
    [InlineData(16)]
    public async Task Should_know_nothing_of_what_was_removed(int held)
    {
        using var folder = new TemporaryFolder();
        await using DeduplicatingReplica one = new(folder.Path, held: held), other = new(folder.Path, held: held);
        await one.TakeAsync(s_some[..40]);
        int indexed = await one.IndexedAsync();
        await other.Near.RemoveAsync(s_some[0], TestContext.Current.CancellationToken);
        await other.Near.RemoveAsync(s_some[0], TestContext.Current.CancellationToken);
        await one.Transcripts.UpsertAsync(s_some[0] with { Turns = [] }, TestContext.Current.CancellationToken);

        Assert.Equal(indexed - 1, await one.IndexedAsync());
        string[] again = [.. s_some[0].Turns.Select(turn => turn.Text), "and more"];
        Assert.Null((await one.TakeAsync([DeduplicatingReplica.Transcript(again)]))[0]);
    }

    private static async Task<NearDuplicate?[]> TakeAllAsync(DeduplicatingReplica replica, TranscriptDocument[] transcripts, int batch)
    {
        List<NearDuplicate?> found = [];
        foreach (TranscriptDocument[] some in transcripts.Chunk(batch))
            found.AddRange(await replica.TakeAsync(some));
        return [.. found];
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(DeduplicatingReplica replica)
    {
        List<string> keys = [];
        await foreach (Versioned<NearDuplicateSegment> segment in replica.Segments.StreamAsync(Query.All, TestContext.Current.CancellationToken))
            keys.Add(segment.Document.Id);
        Assert.NotEmpty(keys);
        return keys;
    }
}
