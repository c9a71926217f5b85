using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.Benchmarks.TextAnalysis;

/// <summary>Megabytes of UTF-8 that one core counts in a second, the best of some rounds.</summary>
internal static class TokenThroughput
{
    private const int Rounds = 5;

    public static JsonArray Measure()
    {
        var random = new Random(42);
        string[] chinese = [.. Enumerable.Range(0, 4000).Select(_ => GeneratedDialogue.Write(random, chinese: true, turns: 12))];
        string[] english = [.. Enumerable.Range(0, 4000).Select(_ => GeneratedDialogue.Write(random, chinese: false, turns: 12))];
        string[] rare = [.. Enumerable.Range(0, 20).Select(_ => string.Concat(Enumerable.Range(0, 50_000).Select(_ => (char)random.Next(0x4E00, 0x9FA5))))];
        return
        [
            .. Tokenizer.Encodings.SelectMany(encoding => new[]
            {
                Measure(encoding, "Chinese dialogues", chinese),
                Measure(encoding, "English dialogues", english),
                Measure(encoding, "random Chinese characters in one line", rare),
            }),
        ];
    }

    private static JsonObject Measure(string encoding, string kind, string[] texts)
    {
        Tokenizer tokenizer = Tokenizer.ForEncoding(encoding);
        long bytes = texts.Sum(static text => (long)Encoding.UTF8.GetByteCount(text));
        long tokens = 0;
        double best = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            tokens = texts.Sum(text => (long)tokenizer.Count(text));
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return new JsonObject
        {
            ["encoding"] = encoding,
            ["text"] = kind,
            ["bytes"] = bytes,
            ["tokens"] = tokens,
            ["megabytesPerSecond"] = Math.Round(bytes / best / 1e6, 1),
        };
    }
}
