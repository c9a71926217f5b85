using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using DialInsight.TextAnalysis.Vectors;

namespace DialInsight.Benchmarks.TextAnalysis;

/// <summary>The communities that sentence-transformers finds in the same vectors, and how long it takes (communities-sentence-transformers.py).</summary>
/// <param name="checkout">A checkout of sentence-transformers; null where none was named.</param>
/// <param name="python">The Python that has PyTorch.</param>
internal sealed class ReferenceCommunities(string? checkout, string python)
{
    /// <summary>Times it on dense vectors.</summary>
    public JsonObject Compare(float[][] vectors, double threshold, double seconds, IReadOnlyList<IReadOnlyList<int>> ours) => Compare(threshold, seconds, ours, writer =>
    {
        Write(writer, [vectors.Length, vectors[0].Length, 0, 0]);
        foreach (float[] vector in vectors)
            writer.Write(MemoryMarshal.AsBytes<float>(vector));
    });

    /// <summary>Times it on sparse vectors, which it takes as dense ones.</summary>
    public JsonObject Compare(IReadOnlyList<SparseVector> vectors, double threshold, double seconds, IReadOnlyList<IReadOnlyList<int>> ours) => Compare(threshold, seconds, ours, writer =>
    {
        Dictionary<int, int> columns = [];
        foreach (SparseVector vector in vectors)
        {
            foreach (int term in vector.Terms)
                columns.TryAdd(term, columns.Count);
        }

        int[] starts = [0, .. vectors.Select(vector => vector.Terms.Length)];
        for (int row = 1; row < starts.Length; row++)
            starts[row] += starts[row - 1];
        Write(writer, [vectors.Count, columns.Count, starts[^1], 1]);
        Write(writer, starts);
        foreach (SparseVector vector in vectors)
            Write(writer, [.. vector.Terms.ToArray().Select(term => columns[term])]);
        foreach (SparseVector vector in vectors)
            writer.Write(MemoryMarshal.AsBytes(vector.Weights));
    });

    private JsonObject Compare(double threshold, double seconds, IReadOnlyList<IReadOnlyList<int>> ours, Action<BinaryWriter> write)
    {
        if (checkout is null)
            return Skipped("name a checkout of sentence-transformers: --reference FOLDER");
        string vectors = Path.GetTempFileName(), result = Path.GetTempFileName();
        try
        {
            using (var writer = new BinaryWriter(File.Create(vectors)))
                write(writer);
            string script = Path.Combine(AppContext.BaseDirectory, "communities-sentence-transformers.py");
            string[] arguments = [script, checkout, vectors, threshold.ToString(CultureInfo.InvariantCulture), result];
            using Process process = Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true })!;
            string told = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode != 0 ? Skipped(told.Trim()) : Report(JsonNode.Parse(told)!.AsObject(), seconds, ours, Read(result));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Skipped($"{python} is not there: --python FILE");
        }
        finally
        {
            File.Delete(vectors);
            File.Delete(result);
        }
    }

    private static JsonObject Report(JsonObject report, double seconds, IReadOnlyList<IReadOnlyList<int>> ours, List<int[]> theirs)
    {
        // Of members that are equally similar the reference promises no order: they are compared as sets, the communities in order.
        int differing = Math.Abs(ours.Count - theirs.Count) + ours.Zip(theirs).Count(pair => !pair.First.Order().SequenceEqual(pair.Second.Order()));
        report["communities"] = theirs.Count;
        report["identical"] = differing == 0;
        report["communitiesThatDiffer"] = differing;
        report["timesAsFast"] = Math.Round(report["seconds"]!.GetValue<double>() / seconds, 2);
        return report;
    }

    private static List<int[]> Read(string result)
    {
        ReadOnlySpan<int> numbers = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(result));
        List<int[]> communities = [];
        for (int place = 0; place < numbers.Length; place += 1 + numbers[place])
            communities.Add(numbers.Slice(place + 1, numbers[place]).ToArray());
        return communities;
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<int> numbers) => writer.Write(MemoryMarshal.AsBytes(numbers));

    private static JsonObject Skipped(string reason) => new() { ["skipped"] = reason };
}
