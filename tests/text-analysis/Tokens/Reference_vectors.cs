using System.Text.Json;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.TextAnalysis.Tests.Tokens;

/// <summary>Identity with the reference implementations, over the full vectors where they are at hand.</summary>
public sealed class Reference_vectors
{
    private static readonly (string Name, Tokenizer Tokenizer)[] Encodings =
        [("qwen", Tokenizer.Qwen), ("o200k", Tokenizer.O200k), ("cl100k", Tokenizer.Cl100k)];

    [Theory]
    [InlineData("vectors.jsonl", "")]
    [InlineData("special_vectors.jsonl", "_ordinary")]
    public void Ids_are_the_references(string file, string suffix)
    {
        int compared = 0;
        foreach (JsonElement line in Lines(file))
        {
            string text = line.GetProperty("text").GetString()!;
            foreach ((string name, Tokenizer tokenizer) in Encodings)
            {
                if (!line.TryGetProperty(name + suffix, out JsonElement ids))
                    continue;
                AssertIds(ids, tokenizer, text);
                compared++;
            }
        }

        Assert.True(compared > 20, "The file held next to nothing to compare with.");
    }

    [Fact]
    public void A_lone_surrogate_is_the_replacement_character()
    {
        foreach (JsonElement line in Lines("surrogates.jsonl"))
        {
            string text = new([.. line.GetProperty("utf16").EnumerateArray().Select(static unit => (char)unit.GetInt32())]);
            foreach ((string name, Tokenizer tokenizer) in Encodings)
                AssertIds(line.GetProperty(name), tokenizer, text);
        }
    }

    [Fact]
    public void Pieces_are_the_references()
    {
        foreach (JsonElement line in Lines("pieces.jsonl"))
        {
            string text = line.GetProperty("text").GetString()!;
            foreach ((string name, Tokenizer tokenizer) in Encodings)
            {
                if (line.TryGetProperty(name, out JsonElement pieces))
                    Assert.Equal(pieces.EnumerateArray().Select(static piece => piece.GetString()!), tokenizer.Split(text));
            }
        }
    }

    private static void AssertIds(JsonElement expected, Tokenizer tokenizer, string text)
    {
        Assert.Equal(expected.EnumerateArray().Select(static id => id.GetInt32()), tokenizer.Encode(text));
        Assert.Equal(expected.GetArrayLength(), tokenizer.Count(text));
    }

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(ReferenceFiles.Require(file)).Select(static line => JsonElement.Parse(line));
}
