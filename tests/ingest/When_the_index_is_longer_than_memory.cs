using DialInsight.Contracts;
using DialInsight.Ingest.Deduplication;
using DialInsight.Storage;
using DialInsight.TextAnalysis.NearDuplicates;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.Ingest.Tests;

public sealed class When_the_index_is_longer_than_memory
{
    private static readonly Banding s_banding = Banding.For(0.8);

    [Fact]
    public void Should_find_what_is_found_in_memory() => Prop.ForAll(Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(0, 1 << 20).ToArbitrary(), (held, count, seed) =>
    {
        var random = new Random(seed);
        IndexedTranscript[] transcripts = [.. Some(random, count)];
        using IndexedRows inMemory = new(s_banding, int.MaxValue), inFiles = new(s_banding, held);
        for (int row = 0; row < count; row++)
        {
            inMemory.Add(transcripts[row], row / 7);
            inFiles.Add(transcripts[row], row / 7);
            if (row % 7 == 0)
                inFiles.Seal();
            if (random.Next(9) == 0)
                Remove(random.Next(row + 1), inMemory, inFiles);
        }

        Assert.Equal(Enumerable.Range(0, count).Select(row => inMemory[row]), Enumerable.Range(0, count).Select(row => inFiles[row]));
        foreach (IndexedTranscript wanted in transcripts.Concat(Some(random, 10)))
            Assert.Equal(inMemory.Find(wanted.Entry), inFiles.Find(wanted.Entry));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_find_each_of_very_many_by_any_of_its_bands()
    {
        var random = new Random(1);
        using var rows = new IndexedRows(s_banding, 1000);
        IndexedTranscript[] transcripts = [.. Some(random, 20_000)];
        foreach (IndexedTranscript transcript in transcripts)
        {
            rows.Add(transcript, 0);
            rows.Seal();
        }

        for (int row = 0; row < transcripts.Length; row += 37)
        {
            var keys = new uint[s_banding.Bands];
            keys[row % keys.Length] = transcripts[row].Entry.Keys[row % keys.Length];
            Assert.Contains(row, rows.Find(transcripts[row].Entry with { Keys = keys }));
        }
    }

    [Fact]
    public void Should_find_a_conversation_that_is_too_short_by_itself_alone()
    {
        using var rows = new IndexedRows(s_banding, 10);
        Turn[] turns = [new("reader", "my number is 12"), new("librarian", "thank you")];
        ComparedTranscript[] shortOnes = [.. Enumerable.Range(0, 100).Select(number => new ComparedTranscript($"t-{DeterministicId.Of(32, $"{number}")}", turns, s_banding))];
        foreach (ComparedTranscript one in shortOnes)
        {
            rows.Add(one.Indexed, 0);
            rows.Seal();
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(row => new[] { row }), shortOnes.Select(one => rows.Find(one.Indexed.Entry).ToArray()));
    }

    private static void Remove(int row, params ReadOnlySpan<IndexedRows> all)
    {
        foreach (IndexedRows rows in all)
            rows.Remove(row);
    }

    // As of hashes, no key is of two bands.
    private static uint Key(Random random, int small) => random.Next(4) switch { 0 => uint.MaxValue - (uint)small, 1 => (uint)small, _ => (uint)random.NextInt64(100, uint.MaxValue - 100) };

    // Few keys and few sketches, so that many are alike; the extremes among them.
    private static IEnumerable<IndexedTranscript> Some(Random random, int count) => Enumerable.Range(0, count).Select(number => new IndexedTranscript(
        new UInt128((ulong)random.NextInt64(), (ulong)number),
        new BandEntry(
            [.. Enumerable.Range(0, s_banding.Bands).Select(band => Key(random, (3 * band) + random.Next(3)))],
            new Sketch(random.Next(2) == 0 ? 0 : ulong.MaxValue >> random.Next(64), 0),
            true)));
}
