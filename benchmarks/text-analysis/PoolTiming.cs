using System.Diagnostics;
using System.Text.Json.Nodes;
using DialInsight.TextAnalysis.Overlap;

namespace DialInsight.Benchmarks.TextAnalysis;

/// <summary>What it costs to hold one more instruction against a large pool (ROUGE-L F of 0.7 or more is a duplicate) and to add it.</summary>
internal static class PoolTiming
{
    private const double Duplicate = 0.7;
    private const int Additions = 500;

    /// <summary>A pool of generated instructions, whose units are drawn as natural text draws them, and 500 more: half new, half a member with some units changed.</summary>
    public static JsonObject Measure(string language, int members, int units)
    {
        Random random = new(42);
        RougeIndex index = new(language);
        string[] pool = [.. Enumerable.Range(0, members).Select(_ => Text(Draw(random, random.Next(units / 2, units * 2)), language))];
        long before = GC.GetTotalMemory(forceFullCollection: true), start = Stopwatch.GetTimestamp();
        foreach (string text in pool)
            index.Add(text);
        TimeSpan filling = Stopwatch.GetElapsedTime(start);
        long memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        var each = new double[Additions];
        int duplicates = 0;
        for (int addition = 0; addition < Additions; addition++)
        {
            string text = addition % 2 == 0 ? Text(Draw(random, units), language) : Changed(pool[random.Next(members)], language, random);
            start = Stopwatch.GetTimestamp();
            duplicates += index.Similar(text, Duplicate).Count > 0 ? 1 : 0;
            index.Add(text);
            each[addition] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(each);
        return new JsonObject
        {
            ["language"] = language,
            ["members"] = members,
            ["meanUnits"] = units * 5 / 4,
            ["fillSeconds"] = Math.Round(filling.TotalSeconds, 2),
            ["memoryMiB"] = memory >> 20,
            ["duplicatesFound"] = duplicates,
            ["millisecondsMedian"] = Math.Round(each[Additions / 2], 2),
            ["milliseconds99thPercentile"] = Math.Round(each[Additions * 99 / 100], 2),
            ["millisecondsMost"] = Math.Round(each[^1], 2),
        };
    }

    /// <summary>Unit numbers by a Zipf-like law over a vocabulary of 8,000.</summary>
    private static int[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Draw(random))];

    private static int Draw(Random random) => (int)Math.Exp(random.NextDouble() * Math.Log(8_000));

    private static string Text(int[] units, string language) =>
        language == "zh" ? string.Concat(units.Select(unit => (char)('\u4E00' + unit))) : string.Join(' ', units.Select(unit => $"w{unit}"));

    /// <summary>The text with every tenth unit another one.</summary>
    private static string Changed(string text, string language, Random random)
    {
        string[] units = language == "zh" ? [.. text.Select(unit => unit.ToString())] : text.Split(' ');
        return string.Join(language == "zh" ? "" : " ", units.Select((unit, place) => place % 10 == 9 ? Text([Draw(random)], language) : unit));
    }
}
