using System.Numerics;
using DialInsight.Client.Transcripts;

namespace DialInsight.Ingest.Statistics;

/// <summary>Adds lengths up, in buckets whose bounds double: 1, 2–3, 4–7, …</summary>
internal sealed class LengthSums
{
    private readonly long[] _buckets = new long[32];
    private long _total;
    private long _count;
    private int _longest;

    public void Add(int length)
    {
        _total += length;
        _count++;
        _longest = Math.Max(_longest, length);
        _buckets[Bucket(length)]++;
    }

    public LengthStatistics ToStatistics() => new(
        _total,
        _count == 0 ? 0 : Math.Round(_total / (double)_count, 2),
        _longest,
        [.. Enumerable.Range(0, _buckets.Length).Where(bucket => _buckets[bucket] > 0).Select(bucket => new LengthBucket(From(bucket), (int)((2L * Math.Max(From(bucket), 1)) - 1), _buckets[bucket]))]);

    // 0 and 1 share the first.
    private static int Bucket(int length) => length < 2 ? 0 : BitOperations.Log2((uint)length);

    private static int From(int bucket) => bucket == 0 ? 0 : 1 << bucket;
}
