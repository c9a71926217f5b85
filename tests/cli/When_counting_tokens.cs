using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DialInsight.Cli.Tests;

public sealed class When_counting_tokens
{
    [Theory]
    [InlineData("""{"text":"Hello, world!"}""", "qwen", """{"count":4}""")]
    [InlineData("""{"id":7,"text":"Hello, world!","more":{"text":[1]}}""", "o200k_base", """{"count":4}""")]
    [InlineData("""{"text":""}""", "cl100k_base", """{"count":0}""")]
    [InlineData("""{"t\u0065xt":"a\n\t\"\\\/\u00e9"}""", "qwen", """{"count":6}""")]
    public async Task Each_line_has_its_count(string line, string encoding, string expected)
    {
        Tool.Outcome outcome = await Tool.RunAsync(line + "\n", "tokens", "--encoding", encoding);
        Assert.Equal((0, expected), (outcome.ExitCode, Assert.Single(outcome.Output)));
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public async Task Ids_are_written_on_request()
    {
        Tool.Outcome outcome = await Tool.RunAsync("""{"text":"hello 世界"}""", "tokens", "--ids");
        Assert.Equal(["""{"count":3,"ids":[14990,220,99489]}"""], outcome.Output);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_counts_as_a_replacement_character()
    {
        Tool.Outcome outcome = await Tool.RunAsync("""
            {"text":"\ud800x"}
            {"text":"\ufffdx"}
            {"\udc00":0,"text":"\ud83d\ude00"}
            {"text":"😀"}
            """, "tokens", "--ids");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(outcome.Output[1], outcome.Output[0]);
        Assert.Equal(outcome.Output[3], outcome.Output[2]);
    }

    [Fact]
    public async Task Lines_that_cannot_be_read_are_named_and_the_rest_go_on()
    {
        byte[] input = [.. "{\"text\":\"a\"}\nnope\n\n{\"a\":{\"text\":1}}\n[1]\n{\"text\":3}\n{\"text\":\"a\"} x\n{\"text\":\""u8, 0xFF, .. "\"}\n{\"text\":\"a\"}"u8];
        Tool.Outcome outcome = await Tool.RunAsync(input, "tokens");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["""{"count":1}""", """{"count":1}"""], outcome.Output);
        Assert.Equal(["line 2:", "line 4:", "line 5:", "line 6:", "line 7:", "line 8:"], outcome.Errors.Select(static line => line[..7]));
    }

    [Fact]
    public async Task A_byte_order_mark_and_carriage_returns_are_no_harm()
    {
        Tool.Outcome outcome = await Tool.RunAsync("\ufeff{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}\r\n", "tokens");
        Assert.Equal((0, 2), (outcome.ExitCode, outcome.Output.Length));
    }

    [Fact]
    public async Task Long_lines_and_many_lines_come_through_in_order()
    {
        string[] texts = [.. Enumerable.Range(1, 2000).Select(static index => string.Concat(Enumerable.Repeat("1", index % 97 == 0 ? 200_000 : index)))];
        Tool.Outcome outcome = await Tool.RunAsync(string.Join('\n', texts.Select(static text => $"{{\"text\":\"{text}\"}}")), "tokens");
        Assert.Equal(texts.Select(static text => $"{{\"count\":{text.Length.ToString(CultureInfo.InvariantCulture)}}}"), outcome.Output);
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_is_sent()
    {
        using Process process = Tool.Start("tokens");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using CancellationTokenRegistration kill = limit.Token.Register(process.Kill);
        for (int turn = 0; turn < 3; turn++)
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes("{\"text\":\"a\"}\n"), limit.Token);
            await process.StandardInput.BaseStream.FlushAsync(limit.Token);
            Assert.Equal("""{"count":1}""", await process.StandardOutput.ReadLineAsync(limit.Token));
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
    }

    [Fact]
    public async Task An_unknown_encoding_is_refused_with_the_known_ones_named()
    {
        Tool.Outcome outcome = await Tool.RunAsync("", "tokens", "--encoding", "gpt2");
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(outcome.Errors, static line => line.Contains("o200k_base", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_lists_the_command_and_its_options()
    {
        Assert.Contains((await Tool.RunAsync("", "--help")).Output, static line => line.Contains("tokens", StringComparison.Ordinal));
        Assert.Contains((await Tool.RunAsync("", "tokens", "--help")).Output, static line => line.Contains("--encoding", StringComparison.Ordinal));
    }
}
