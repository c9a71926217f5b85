using System.Text;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Parsing.Encodings;
using DialInsight.Conversations.Parsing.Json;
using DialInsight.Conversations.Tests.Fixtures;

namespace DialInsight.Conversations.Tests;

public sealed class When_an_encoding_is_detected
{
    private const string Simplified = "读者：你好，请问这本书还有没有？我想借两个星期。\n馆员：有的，在二楼，谢谢您。";
    private const string Traditional = "讀者：你好，請問這本書還有沒有？我想借兩個星期。\n館員：有的，在二樓，謝謝您。";

    public static TheoryData<string, string, string?> Texts => new()
    {
        { "utf-8", Simplified, null },
        { "utf-8", Traditional, null },
        { "utf-16", Simplified, "UTF-16LE" },
        { "utf-16be", Traditional, "UTF-16BE" },
        { "gb18030", Simplified, "GB18030" },
        { "gb18030", Traditional, "GB18030" },
        { "gb18030", "读者：你好 🙂", "GB18030" },
        { "big5", Traditional, "Big5" },
        { "big5", "客戶：你好", "Big5" },
        { "gb18030", "A：好", "GB18030" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Should_read_what_was_written(string charset, string text, string? reported)
    {
        Encoding encoding = TextEncoding.Named(charset)!.Encoding;
        byte[] mark = charset switch { "utf-16" => [0xFF, 0xFE], "utf-16be" => [0xFE, 0xFF], _ => [] };
        ParsedRecord record = Assert.Single(await Parsed.OfAsync([.. mark, .. encoding.GetBytes(text)], "talk.txt"));

        Assert.Equal(reported, record.Conversation!.Encoding);
        Assert.Equal(text.Replace("：", "|", StringComparison.Ordinal), Parsed.Lines(record.Conversation));
    }

    [Theory]
    [InlineData("gb18030", "a.json")]
    [InlineData("big5", "a.jsonl")]
    [InlineData("utf-16", "a.json")]
    [InlineData("utf-16be", "a.jsonl")]
    public async Task Should_read_json_in_any_of_them(string charset, string file)
    {
        byte[] body = TextEncoding.Named(charset)!.Encoding.GetBytes("{\"turns\":[{\"role\":\"讀者\",\"text\":\"你好，請問這本書在哪裡？\"}]}");
        ParsedRecord record = Assert.Single(await Parsed.OfAsync(body, file));
        Assert.Equal("讀者|你好，請問這本書在哪裡？", Parsed.Lines(record.Conversation!));
    }

    [Theory]
    [InlineData(new byte[] { 0x52, 0x3A, 0x20, 0xE9, 0x20, 0xFC })]
    [InlineData(new byte[] { 0x52, 0x3A, 0x20, 0x63, 0x61, 0x66, 0xE9, 0x73, 0x20, 0x66, 0xFC, 0x72 })]
    [InlineData(new byte[] { 0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x3A, 0x20, 0xEA, 0xE0, 0xEA, 0xE4, 0xE5, 0xEB, 0xE0 })]
    public async Task Should_refuse_rather_than_garble(byte[] body) =>
        Assert.Contains("save it as UTF-8", Assert.Single(await Parsed.OfAsync(body, "talk.txt")).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task Should_tell_where_the_encoding_ends()
    {
        byte[] table = [.. TextEncoding.Gb18030.Encoding.GetBytes("问题,回答\n你好吗,我很好\n"), 0xFF, 0xFF, (byte)'\n'];
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(table, "qa.csv", new ParseContext(BuiltInMappings.All, charset: TextEncoding.Gb18030));
        Assert.Contains("no text in the encoding", records[^1].Refusal, StringComparison.Ordinal);

        byte[] lines = [.. Encoding.UTF8.GetBytes($"{Some.Conversation()}\n"), .. new byte[70_000].Select(_ => (byte)' '), (byte)'\n', .. "{\"turns\":[{\"role\":\"r\",\"text\":\""u8, 0xC4, .. "\"}]}\n"u8, .. Encoding.UTF8.GetBytes(Some.Conversation())];
        Assert.Equal([true, false, true], (await Parsed.OfAsync(lines, "a.jsonl")).Select(record => record.Refusal is null));
    }

    [Theory]
    [InlineData("读者：你好，请问这本书还有没有？", "馆员：有的，在二楼")]
    [InlineData("Where is it?", "Upstairs")]
    public async Task Should_lose_only_the_record_with_broken_bytes(string one, string two)
    {
        byte[] Line(string text) => Encoding.UTF8.GetBytes($"{{\"turns\":[{{\"role\":\"r\",\"text\":\"{text}\"}}]}}\n");
        byte[] broken = Line("caf#s");
        broken[Array.IndexOf(broken, (byte)'#')] = 0xE9;
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync([.. Line(one), .. broken, .. Line(two)], "a.jsonl");

        Assert.Equal([one, null, two], records.Select(record => record.Conversation?.Turns[0].Text));
        Assert.All(records, record => Assert.Null(record.Conversation?.Encoding));
        Assert.Contains("UTF-8", records[1].Refusal, StringComparison.Ordinal);
    }
}
