using System.Text;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Tests.Fixtures;

namespace DialInsight.Conversations.Tests;

public sealed class When_input_goes_over_a_limit
{
    [Theory]
    [InlineData("long.jsonl", "\n", "", "the line is longer than 8 MB (Ingest:Limits:LineBytes)")]
    [InlineData("long.json", ",\n", "[", "the element is larger than 8 MB (Ingest:Limits:LineBytes)")]
    public async Task Should_pass_over_what_is_too_long_and_go_on(string name, string separator, string start, string reason)
    {
        string body = $"{start}{Some.Conversation()}{separator}{Some.Conversation(new string('a', ParsingLimits.Default.LineBytes))}{separator}{Some.Conversation()}{(start.Length > 0 ? "]" : "")}";
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(body, name);

        Assert.Equal([null, reason, null], records.Select(record => record.Refusal));
        Assert.Equal((1, 2), (records[1].Position.Index, records[1].Position.Line));
    }

    [Fact]
    public async Task Should_refuse_deep_nesting_many_turns_and_long_turns()
    {
        string deep = $"{{\"x\":{new string('[', 40)}{new string(']', 40)},\"turns\":[]}}";
        string many = $"{{\"turns\":[{string.Join(',', Enumerable.Repeat("{\"role\":\"r\",\"text\":\"t\"}", ParsingLimits.Default.Turns + 1))}]}}";
        string wide = Some.Conversation(new string('a', ParsingLimits.Default.TurnCharacters + 1));
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync($"{deep}\n{many}\n{wide}\n{Some.Conversation(more: $"\"id\":\"{new string('i', 201)}\",")}", "limits.jsonl");

        Assert.Equal(4, records.Count);
        Assert.Contains("nested deeper than 32 levels", records[0].Refusal, StringComparison.Ordinal);
        Assert.Contains("10001 turns are too many", records[1].Refusal, StringComparison.Ordinal);
        Assert.Contains("turns[0].text has", records[2].Refusal, StringComparison.Ordinal);
        Assert.Contains("`id` has 201 characters", records[3].Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "cut.json")]
    [InlineData("{\"turns\":[{", "cut.jsonl")]
    public async Task Should_not_take_what_ends_in_the_middle_for_deep_nesting(string body, string name) =>
        Assert.EndsWith("it ends in the middle", Assert.Single(await Parsed.OfAsync(body, name)).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task Should_not_unpack_a_file_that_grows_out_of_proportion()
    {
        byte[] archive = Some.Zip(("bomb.txt", new byte[4 << 20]), ("talk.json", Encoding.UTF8.GetBytes(Some.Conversation())));
        Assert.Contains("200 times", Assert.Single(await Parsed.OfAsync(archive, "bomb.zip")).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_a_broken_archive()
    {
        byte[] archive = Some.Zip(("talk.json", Encoding.UTF8.GetBytes(Some.Conversation())));
        Assert.Contains("broken", Assert.Single(await Parsed.OfAsync(archive[..^30], "cut.zip")).Refusal, StringComparison.Ordinal);
        byte[] damaged = Some.Zip(("talk.json", Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 200).Select(_ => Some.Conversation()))}]")));
        damaged.AsSpan(60, 40).Fill(0xFF);
        Assert.Contains("broken inside the archive", (await Parsed.OfAsync(damaged, "damaged.zip"))[^1].Refusal, StringComparison.Ordinal);
        Assert.Contains("broken", Assert.Single(await Parsed.OfAsync([], "empty.zip")).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "", "Mira: x\n")]
    [InlineData("a.log", "", "[09:15] <mira> x\n")]
    [InlineData("a.md", "", "**Mira:** x\n\n")]
    [InlineData("a.vtt", "WEBVTT\n\n", "00:01.000 --> 00:02.000\nMira: x\n\n")]
    [InlineData("a.csv", "speaker,text\n", "mira,x\n")]
    [InlineData("a.nlp", "token|speaker\n", "x|1\ny|2\n")]
    [InlineData("a.TextGrid", "\"ooTextFile\" \"TextGrid\" 0 9 1 \"IntervalTier\" \"a\" 0 9 99999 ", "0 1 \"x\"\n")]
    public async Task Should_refuse_more_turns_than_a_conversation_has(string file, string start, string turn)
    {
        string body = start + string.Concat(Enumerable.Repeat(turn, ParsingLimits.Default.Turns + 1));
        Assert.Contains("too many: split", Assert.Single(await Parsed.OfAsync(body, file)).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "Mira: #")]
    [InlineData("a.txt", "Mira: x\n#\n#")]
    [InlineData("a.md", "**Mira:** #")]
    [InlineData("a.srt", "00:00:01,000 --> 00:00:02,000\nMira: #")]
    [InlineData("a.csv", "speaker,text\nmira,#")]
    [InlineData("a.csv", "question,answer\nx,#")]
    [InlineData("a.tsv", "<U>#<A>x\tid")]
    [InlineData("a.nlp", "token|speaker\n#|1\n#|1")]
    [InlineData("a.json", "{\"log\":[{\"text\":\"#\"}]}")]
    [InlineData("a.TextGrid", "\"ooTextFile\" \"TextGrid\" 0 9 1 \"IntervalTier\" \"a\" 0 9 1 0 1 \"#\"")]
    public async Task Should_refuse_a_turn_that_is_too_long(string file, string body)
    {
        string whole = body.Replace("#", new string('a', ParsingLimits.Default.TurnCharacters + 1), StringComparison.Ordinal);
        Assert.Contains("too many characters", Assert.Single(await Parsed.OfAsync(whole, file)).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json", "{\"sentences\":[\"a#b\"],\"speakers\":[0]}", " ", 99_000)]
    [InlineData("a.md", "**Mira:** x\n#", "**a ", 20_000)]
    [InlineData("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nx#", "<v ", 30_000)]
    [InlineData("a.txt", "Mira: x\n#", "1:1:", 20_000)]
    [InlineData("a.csv", "speaker,text\nmira,x#", ",", 4_000_000)]
    [InlineData("a.nlp", "token|speaker#\nx|1", "|", 4_000_000)]
    [InlineData("a.txt", "Mira: x\n#", "\u200E\n", 500_000)]
    public async Task Should_read_what_repeats_itself_in_no_time(string file, string body, string again, int times)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Parsed.OfAsync(body.Replace("#", string.Concat(Enumerable.Repeat(again, times)), StringComparison.Ordinal), file);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task Should_read_a_text_of_many_short_lines_in_no_time()
    {
        string body = $"Reader: {Some.Words()}\n{string.Concat(Enumerable.Repeat("a\n", 2_000_000))}";
        Assert.Contains("too many", Assert.Single(await Parsed.OfAsync(body, "long.txt")).Refusal, StringComparison.Ordinal);
    }
}
