using System.Text.Json;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.TextAnalysis.Tests.Tokens;

/// <summary>Texts of our own with the ids that tiktoken's engine gives them (for Qwen over its published ranks and pattern, after NFC).</summary>
public sealed class Ids
{
    public static TheoryData<string> Encodings => [.. Tokenizer.Encodings];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Are_those_of_the_reference(string encoding)
    {
        Tokenizer tokenizer = Tokenizer.ForEncoding(encoding);
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tokens", "ids.jsonl")))
        {
            JsonElement expected = JsonElement.Parse(line);
            string text = expected.GetProperty("text").GetString()!;
            Assert.Equal(expected.GetProperty(encoding).EnumerateArray().Select(static id => id.GetInt32()), tokenizer.Encode(text));
            Assert.Equal(expected.GetProperty(encoding).GetArrayLength(), tokenizer.Count(text));
        }
    }

    [Fact]
    public void Of_lone_surrogates_are_those_of_replacement_characters()
    {
        // Not as theory data: attributes are stored as UTF-8, which has no lone surrogates.
        (string Text, string Replaced)[] cases =
            [("\ud800", "\ufffd"), ("a\udc00\ud83db", "a\ufffd\ufffdb"), ("e\ud800\u0301", "e\ufffd\u0301"), ("\ude00\ud83d\ude00", "\ufffd\U0001F600")];
        foreach ((string text, string replaced) in cases)
            Assert.Equal(Tokenizer.Qwen.Encode(replaced), Tokenizer.Qwen.Encode(text));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Of_special_forms_are_those_of_plain_text(string encoding) =>
        Assert.True(Tokenizer.ForEncoding(encoding).Count("<|endoftext|>") > 1);

    [Fact]
    public void An_unknown_encoding_is_refused_with_the_known_ones_named() =>
        Assert.Contains("o200k_base", Assert.Throws<ArgumentException>(static () => Tokenizer.ForEncoding("gpt2")).Message, StringComparison.Ordinal);
}
