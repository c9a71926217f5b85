using System.Diagnostics;
using System.Text.Json.Nodes;
using DialInsight.TextAnalysis.Communities;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.Benchmarks.TextAnalysis;

/// <summary>How long exact communities of many generated samples take at the default threshold.</summary>
internal static class CommunityTiming
{
    private const double Threshold = 0.82;
    private const int Templates = 200;

    /// <summary>Sparse token vectors.</summary>
    public static JsonObject Sparse(int samples, ReferenceCommunities reference)
    {
        var bags = new TokenBags();
        IReadOnlyList<SparseVector> vectors = bags.Vectors([.. GenerateTokens(samples, new Random(42)).Select(bags.Add)]);
        return Measure(
            "sparse token vectors", samples, () => CommunityDetection.Detect(vectors, Threshold), (seconds, ours) => reference.Compare(vectors, Threshold, seconds, ours));
    }

    /// <summary>Dense vectors.</summary>
    public static JsonObject Dense(int samples, int dimensions, ReferenceCommunities reference)
    {
        float[][] vectors = GenerateDense(samples, dimensions, new Random(42));
        return Measure(
            $"dense, {dimensions} dimensions", samples, () => CommunityDetection.Detect(vectors, Threshold), (seconds, ours) => reference.Compare(vectors, Threshold, seconds, ours));
    }

    private static JsonObject Measure(
        string kind, int samples, Func<IReadOnlyList<IReadOnlyList<int>>> detect, Func<double, IReadOnlyList<IReadOnlyList<int>>, JsonObject> compare)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        IReadOnlyList<IReadOnlyList<int>> communities = detect();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        processor = Environment.CpuUsage.TotalTime - processor;
        long peak = Process.GetCurrentProcess().PeakWorkingSet64;
        return new JsonObject
        {
            ["vectors"] = kind,
            ["samples"] = samples,
            ["threshold"] = Threshold,
            ["communities"] = communities.Count,
            ["largest"] = communities[0].Count,
            ["richness"] = Math.Round(Richness.Of(communities, 1, samples), 4),
            ["seconds"] = Math.Round(seconds, 2),
            ["processorSeconds"] = Math.Round(processor.TotalSeconds, 2),
            ["peakResidentMiB"] = peak >> 20,
            ["sentenceTransformers"] = compare(seconds, communities),
        };
    }

    /// <summary>A template's 200 tokens, and 10 to 150 of the sample's own; all drawn from a Zipf-like vocabulary of 30,000.</summary>
    private static int[][] GenerateTokens(int samples, Random random)
    {
        int[][] templates = [.. Enumerable.Range(0, Templates).Select(_ => Draw(random, 200))];
        return [.. Enumerable.Range(0, samples).Select(_ => (int[])[.. templates[random.Next(Templates)], .. Draw(random, random.Next(10, 150))])];
    }

    private static int[] Draw(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (int)Math.Exp(random.NextDouble() * Math.Log(30_000)))];

    /// <summary>
    /// Signs at two thirds of the places, scattered round some centres so that about half the pairs of a centre are above the threshold. At 384 dimensions all have the length 16:
    /// cosines are multiples of 1/256 that no rounding moves, so that two programs must find the same.
    /// </summary>
    private static float[][] GenerateDense(int samples, int dimensions, Random random)
    {
        float[][] centres = [.. Enumerable.Range(0, Templates).Select(_ => Centre(random, dimensions))];
        return [.. Enumerable.Range(0, samples).Select(_ => Flipped(centres[random.Next(Templates)], random.Next(8, 40), random))];
    }

    private static float[] Centre(Random random, int dimensions)
    {
        var values = new float[dimensions];
        for (int place = 0; place < dimensions * 2 / 3; place++)
            values[place] = random.Next(2) == 0 ? 1 : -1;
        random.Shuffle(values);
        return values;
    }

    private static float[] Flipped(float[] centre, int signs, Random random)
    {
        float[] values = [.. centre];
        for (int flip = 0; flip < signs; flip++)
        {
            int place = random.Next(values.Length);
            values[place] = -values[place];
        }

        return values;
    }
}
