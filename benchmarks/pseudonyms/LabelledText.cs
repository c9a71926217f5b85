using System.Text.Json;
using System.Text.Json.Serialization;

namespace DialInsight.Benchmarks.Pseudonyms;

/// <summary>A text with the personal data that people marked in it.</summary>
internal sealed record LabelledText(string Id, string Language, string Text, IReadOnlyList<LabelledSpan> Spans)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>The texts of a file of JSON Lines.</summary>
    public static IEnumerable<LabelledText> Read(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledText>(line, s_options)!);
}

/// <summary>A marked place, in code points.</summary>
internal sealed record LabelledSpan(int Start, int End, string Label, [property: JsonPropertyName("text")] string Words);
