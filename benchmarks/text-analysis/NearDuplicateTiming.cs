using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Benchmarks.TextAnalysis;

/// <summary>
/// Seconds that the search for near duplicates takes, what it finds against comparing all pairs, and what datasketch's MinHashLSH takes on the same shingles where
/// Python has it (near-duplicates-datasketch.py; PYTHONPATH may name a copy). Dialogues are drawn from a Zipf-like vocabulary, and one of five repeats an earlier one with
/// up to a twelfth of its words changed.
/// </summary>
internal static class NearDuplicateTiming
{
    private const double Threshold = 0.8;
    private const int Compared = 20_000, Verified = 5_000;

    public static JsonObject Measure(int dialogues)
    {
        string[] texts = Generate(dialogues, new Random(5));
        long start = Stopwatch.GetTimestamp();
        var shingles = new ulong[texts.Length][];
        Parallel.For(0, texts.Length, index => shingles[index] = Shingles.Of([texts[index]]));
        double shingling = Stopwatch.GetElapsedTime(start).TotalSeconds;
        (double seconds, int pairs) = Search(shingles);
        return new JsonObject
        {
            ["dialogues"] = dialogues,
            ["shinglesEach"] = Math.Round(shingles.Average(some => some.Length)),
            ["shinglingSeconds"] = Math.Round(shingling, 2),
            ["searchSeconds"] = Math.Round(seconds, 2),
            ["pairs"] = pairs,
            ["allPairs"] = AllPairs(shingles[..Math.Min(Verified, dialogues)]),
            ["datasketch"] = Datasketch(shingles[..Math.Min(Compared, dialogues)]),
        };
    }

    private static (double Seconds, int Pairs) Search(ulong[][] shingles)
    {
        long start = Stopwatch.GetTimestamp();
        int pairs = NearDuplicateSearch.Pairs(shingles, Threshold).Count;
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, pairs);
    }

    private static JsonObject AllPairs(ulong[][] shingles)
    {
        ShingleSet[] sets = [.. shingles.Select(some => new ShingleSet(some))];
        HashSet<(int, int)> found = [.. NearDuplicateSearch.Pairs(shingles, Threshold).Select(pair => (pair.First, pair.Second))];
        int there = 0, right = 0;
        Parallel.For(0, sets.Length, second =>
        {
            for (int first = 0; first < second; first++)
            {
                if (sets[first].Jaccard(sets[second]) < Threshold)
                    continue;
                Interlocked.Increment(ref there);
                if (found.Contains((first, second)))
                    Interlocked.Increment(ref right);
            }
        });
        return new JsonObject
        {
            ["dialogues"] = sets.Length,
            ["pairs"] = there,
            ["recall"] = Math.Round((double)right / there, 4),
            ["precision"] = Math.Round((double)right / found.Count, 4),
        };
    }

    private static JsonObject Datasketch(ulong[][] shingles)
    {
        string file = Path.GetTempFileName();
        try
        {
            using (var writer = new BinaryWriter(File.Create(file)))
            {
                foreach (ulong[] some in shingles)
                {
                    writer.Write(some.Length);
                    writer.Write(MemoryMarshal.AsBytes<ulong>(some));
                }
            }

            string script = Path.Combine(AppContext.BaseDirectory, "near-duplicates-datasketch.py");
            using Process python = Process.Start(new ProcessStartInfo("python3", [script, file, $"{Threshold}"]) { RedirectStandardOutput = true })!;
            string told = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            if (python.ExitCode != 0)
                return new JsonObject { ["skipped"] = told.Trim() };
            JsonObject report = JsonNode.Parse(told)!.AsObject();
            (double seconds, int pairs) = Search(shingles);
            report["oursSeconds"] = Math.Round(seconds, 3);
            report["oursPairs"] = pairs;
            report["timesAsFast"] = Math.Round(report["seconds"]!.GetValue<double>() / seconds, 1);
            return report;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new JsonObject { ["skipped"] = "python3 is not there" };
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string[] Generate(int count, Random random)
    {
        var dialogues = new string[count][];
        for (int index = 0; index < count; index++)
        {
            dialogues[index] = index > 0 && random.Next(5) == 0
                ? Edit(dialogues[random.Next(index)], random.NextDouble() / 12, random)
                : [.. Enumerable.Range(0, random.Next(80, 400)).Select(_ => Word(random))];
        }

        return [.. dialogues.Select(words => string.Join(' ', words))];
    }

    private static string[] Edit(string[] words, double share, Random random) => [.. words.Select(word => random.NextDouble() < share ? Word(random) : word)];

    /// <summary>A made-up word, its rank drawn Zipf-like of 30,000.</summary>
    private static string Word(Random random)
    {
        int rank = (int)Math.Exp(random.NextDouble() * Math.Log(30_000));
        return string.Concat(Enumerable.Range(0, 4).Select(place => (char)('a' + (rank / (int)Math.Pow(26, place) % 26))));
    }
}
