using System.Text;
using DialInsight.TextAnalysis.Tokens;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.TextAnalysis.Tests.Tokens;

public sealed class Splitting
{
    private static readonly string[] Fragments =
    [
        "a", "Z", "é", "e\u0301", "ſ", "ǅ", "ʰ", "中", "文", "\U00020000", "\U0001D7D8", "１", "5", "42", "½", " ", "  ", "\t", "\u00a0", "\u3000", "\u0085",
        "\r", "\n", "\r\n", "'", "'s", "'LL", "'ſ", "'re", "!", "?!", "/", "。", "😀", "👩‍💻", "\u0300", "\ufeff", "\u200b", "\u001c", "한", "\u1112\u1161\u11ab", "\ud800",
    ];

    public static TheoryData<string> Encodings => [.. Tokenizer.Encodings];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Pieces_joined_are_the_text(string encoding)
    {
        Tokenizer tokenizer = Tokenizer.ForEncoding(encoding);
        Prop.ForAll(Texts(), text =>
        {
            string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(encoding == "qwen" ? CanonicalComposition.Compose(text) : text));
            IReadOnlyList<string> pieces = tokenizer.Split(text);
            return string.Concat(pieces) == expected && pieces.All(static piece => piece.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Count_is_the_number_of_ids(string encoding)
    {
        Tokenizer tokenizer = Tokenizer.ForEncoding(encoding);
        Prop.ForAll(Texts(), text => tokenizer.Count(text) == tokenizer.Encode(text).Count).Check(Config.QuickThrowOnFailure);
    }

    [Theory]
    [InlineData("qwen", "a12'LLb  c\r\n d", "a|1|2|'LL|b| | c|\r\n| d")]
    [InlineData("cl100k_base", "1234 !\n\nx", "123|4| !\n\n|x")]
    [InlineData("o200k_base", "HTTPServer's a/b//\nHTTP", "HTTPServer's| a|/b|//\n|HTTP")]
    [InlineData("o200k_base", "\u0301A\u0301b", "\u0301A\u0301b")]
    [InlineData("o200k_base", "\u0301AB", "\u0301|AB")]
    [InlineData("qwen", "tail \t\u3000", "tail| \t\u3000")]
    [InlineData("qwen", "\U00020000\U00020001\U0001D7D8!", "\U00020000\U00020001|\U0001D7D8|!")]
    public void Patterns_are_followed_to_the_letter(string encoding, string text, string pieces) =>
        Assert.Equal(pieces.Split('|'), Tokenizer.ForEncoding(encoding).Split(text));

    [Fact]
    public void A_million_letters_in_one_piece_are_merged_without_quadratic_time()
    {
        const int eightLetters = 1_000_000 / 8;
        Assert.InRange(Tokenizer.Qwen.Count(new string('a', 1_000_000)), eightLetters / 2, eightLetters * 2);
    }

    private static Arbitrary<string> Texts() =>
        Gen.Elements(Fragments).ListOf().Select(static parts => string.Concat(parts)).ToArbitrary();
}
