using DialInsight.Conversations.Parsing;

namespace DialInsight.Ingest.Tests.Fixtures;

/// <summary>A request that nobody would send, made from a seed and a number alone.</summary>
internal sealed record FuzzedRequest(byte[] Body, string? ContentType, string Query)
{
    private static readonly string?[] s_types =
    [
        null, "application/json", "application/x-ndjson", "text/plain", "text/plain; charset=big5", "text/csv", "text/markdown", "text/vtt", "application/zip",
        "multipart/form-data; boundary=x",
    ];

    /// <summary>The files of all formats that requests are made from.</summary>
    public static IReadOnlyList<(string? Name, byte[] Content)> Seeds { get; } = [.. MutatedInput.Seeds.Select(seed => (NameOf(seed.Format), seed.Content))];

    /// <summary>The request of a number: a file with bytes lost, changed and repeated, mostly sent as what it is, now and then as something else.</summary>
    /// <param name="seeds">The files; a null name is an upload's body.</param>
    /// <param name="seed">What all requests depend on.</param>
    /// <param name="number">Which.</param>
    public static FuzzedRequest Of(IReadOnlyList<(string? Name, byte[] Content)> seeds, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) ^ (number * 7919)));
        (string? name, byte[] content) = seeds[number % seeds.Count];
        byte[] body = MutatedInput.Of(content, random);
        string more = random.Next(4) == 0 ? $"&scenario={Odd(random)}&source=a&channel={Odd(random)}&subject={Odd(random)}" : "";
        if (random.Next(5) == 0)
            return new FuzzedRequest(body, s_types[random.Next(s_types.Length)], $"?source=b{more}");
        return name is null
            ? new FuzzedRequest(body, "multipart/form-data; boundary=x", $"?source=b{more}")
            : new FuzzedRequest(body, null, $"?fileName={Uri.EscapeDataString(name)}{more}");
    }

    private static string? NameOf(TranscriptFormat? format) => format switch
    {
        TranscriptFormat.Json => "f.json",
        TranscriptFormat.JsonLines => "f.jsonl",
        TranscriptFormat.Table => "f.csv",
        TranscriptFormat.Text => "f.txt",
        TranscriptFormat.Markdown => "f.md",
        TranscriptFormat.Cues => "f.vtt",
        TranscriptFormat.TextGrid => "f.TextGrid",
        TranscriptFormat.WordRows => "f.nlp",
        TranscriptFormat.Zip => "f.zip",
        _ => null,
    };

    private static string Odd(Random random) => Uri.EscapeDataString(new([.. Enumerable.Range(0, random.Next(8)).Select(_ => "a:字\u0301\uFFFE\u0000\uFF21 "[random.Next(8)])]));
}
