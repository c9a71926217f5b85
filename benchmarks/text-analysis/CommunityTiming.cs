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

    public static JsonObject Sparse(int samples)
    {
        IReadOnlyList<SparseVector> vectors = TokenVectors.Build(GenerateTokens(samples, new Random(42)));
        return Measure("sparse token vectors", samples, () => CommunityDetection.Detect(vectors, Threshold));
    }

    public static JsonObject Dense(int samples, int dimensions)
    {
        float[][] vectors = GenerateDense(samples, dimensions, new Random(42));
        return Measure($"dense, {dimensions} dimensions", samples, () => CommunityDetection.Detect(vectors, Threshold));
    }

    private static JsonObject Measure(string kind, int samples, Func<IReadOnlyList<IReadOnlyList<int>>> detect)
    {
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<IReadOnlyList<int>> communities = detect();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new JsonObject
        {
            ["vectors"] = kind,
            ["samples"] = samples,
            ["threshold"] = Threshold,
            ["communities"] = communities.Count,
            ["largest"] = communities[0].Count,
            ["richness"] = Math.Round(Richness.Of(communities, 1, samples), 4),
            ["seconds"] = Math.Round(seconds, 2),
            ["peakResidentMiB"] = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
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

    /// <summary>Directions scattered round some centres, at distances that put about half the pairs of a centre above the threshold.</summary>
    private static float[][] GenerateDense(int samples, int dimensions, Random random)
    {
        float[][] centres = [.. Enumerable.Range(0, Templates).Select(_ => Direction(random, dimensions, null, 0))];
        return [.. Enumerable.Range(0, samples).Select(_ => Direction(random, dimensions, centres[random.Next(Templates)], 0.3 + (random.NextDouble() * 0.5)))];
    }

    private static float[] Direction(Random random, int dimensions, float[]? centre, double noise)
    {
        var values = new float[dimensions];
        for (int index = 0; index < dimensions; index++)
        {
            double deviate = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
            values[index] = (float)(centre is null ? deviate : centre[index] + (noise * deviate));
        }

        return values;
    }
}
