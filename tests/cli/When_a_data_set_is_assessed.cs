using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DialInsight.Cli.Tests;

public sealed class When_a_data_set_is_assessed : IDisposable
{
    private static readonly string[] s_words = "apple river stone cloud table green horse window paper silver garden bridge candle forest mirror pocket spring thunder valley winter yellow zebra anchor basket".Split(' ');
    private readonly string _folder = Directory.CreateTempSubdirectory("dialinsight-cli-").FullName;

    [Fact]
    public async Task The_measures_are_those_of_the_definition_in_every_format_and_shape()
    {
        (string Prompt, string Input, string Target)[] samples = [("sum it up", "one about cats", "cats"), ("sum it up", "one about cats", "dogs"), ("list all promises made", "boats and trains", "none")];
        string[] files =
        [
            Write("a.json", JsonSerializer.Serialize(samples.Select(sample => new { instruction = sample.Prompt, input = sample.Input, output = sample.Target }))),
            Write("a.jsonl", string.Join("\r\n\r\n", samples.Select(sample => JsonSerializer.Serialize(new { instruction = sample.Prompt, input = sample.Input, output = sample.Target })))),
            Write("s.json", "\uFEFF" + JsonSerializer.Serialize(samples.Select(sample => new
            {
                system = sample.Input,
                conversations = new[] { new { from = "human", value = sample.Prompt }, new { from = "gpt", value = sample.Target } },
            }))),
            Write("m.jsonl", string.Join('\n', samples.Select(sample => JsonSerializer.Serialize(new
            {
                messages = new[] { new { role = "system", content = sample.Input }, new { role = "user", content = sample.Prompt }, new { role = "assistant", content = sample.Target } },
            })))),
        ];
        foreach (string file in files)
        {
            Tool.Outcome outcome = await Tool.RunAsync("", "assess", file, "--json");
            Assert.Equal(0, outcome.ExitCode);
            JsonElement json = JsonDocument.Parse(string.Concat(outcome.Output)).RootElement;
            Assert.Equal(3, json.GetProperty("samples").GetInt32());
            Assert.Equal((2, 2, 3), (Of(json, "communities", "prompt"), Of(json, "communities", "input"), Of(json, "communities", "target")));
            Assert.Equal(2.0 / 3, Of(json, "richness", "prompt"), 9);
            Assert.Equal(1.0 / 3, Of(json, "redundancy", "input"), 9);
            Assert.Equal("qwen-tokens-idf", json.GetProperty("encoder").GetString());
            Assert.True(json.GetProperty("promptComplexity").GetDouble() > 0 && json.GetProperty("inputComplexity").GetDouble() > 0);
            Assert.True(json.GetProperty("tokens").GetProperty("target").GetProperty("total").GetInt32() > 0);
        }
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_named_and_the_rest_is_measured()
    {
        string file = Write("some.json", "[{\"instruction\":\"a\",\"output\":\"b\"},\n{\"instruction\":\"a\"},\n{\"instruction\" \"a\"},\n{\"instruction\":\"c\",\"output\":\"d\"}");
        Tool.Outcome outcome = await Tool.RunAsync("", "assess", file, "--json");
        Assert.Equal(0, outcome.ExitCode);
        JsonElement json = JsonDocument.Parse(string.Concat(outcome.Output)).RootElement;
        Assert.Equal((1, 3), (json.GetProperty("samples").GetInt32(), json.GetProperty("refused").GetInt32()));
        Assert.Equal($"{file}:2: row 2: there is no output", outcome.Errors[0]);
        Assert.StartsWith($"{file}:3: row 3: not valid JSON at byte ", outcome.Errors[1], StringComparison.Ordinal);
        Assert.EndsWith("row 4: the array ends in the middle", outcome.Errors[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_is_the_same_for_the_same_seed()
    {
        string file = Write("many.jsonl", string.Join('\n', Enumerable.Range(0, 50).Select(index => $$"""{"instruction":"{{new string((char)('a' + (index % 26)), 1 + index)}}","output":"x"}""")));
        Tool.Outcome first = await Tool.RunAsync("", "assess", file, "--json", "--sample", "10", "--seed", "7");
        Assert.Equal(10, JsonDocument.Parse(string.Concat(first.Output)).RootElement.GetProperty("samples").GetInt32());
        Assert.Equal(first.Output, (await Tool.RunAsync("", "assess", file, "--json", "--sample", "10", "--seed", "7")).Output);
        Assert.NotEqual(first.Output, (await Tool.RunAsync("", "assess", file, "--json", "--sample", "10", "--seed", "8")).Output);
    }

    [Fact]
    public async Task Two_sets_are_compared_at_equal_size_and_the_page_shows_it()
    {
        string same = Write("same.jsonl", string.Join('\n', Enumerable.Repeat("""{"instruction":"the same again <b>","output":"x"}""", 30)));
        string other = Write("other.jsonl", string.Join('\n', Enumerable.Range(0, 20).Select(index => $$"""{"instruction":"{{string.Join(' ', Enumerable.Range(0, 6).Select(word => s_words[((6 * index) + word) % s_words.Length]))}}","output":"x"}""")));
        string page = Path.Combine(_folder, "page.html");
        Tool.Outcome outcome = await Tool.RunAsync("", "assess", other, "--compare", same, "--draws", "20", "--json", "--report", page);
        Assert.Equal(0, outcome.ExitCode);
        JsonElement comparison = JsonDocument.Parse(string.Concat(outcome.Output)).RootElement.GetProperty("comparison");
        Assert.Equal(10, comparison.GetProperty("parts").GetProperty("size").GetInt32());
        Assert.Equal(0.1, comparison.GetProperty("b").GetProperty("prompt").GetProperty("high").GetDouble(), 9);
        Assert.True(comparison.GetProperty("a").GetProperty("prompt").GetProperty("low").GetDouble() > 0.1);
        string html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("the first is higher, intervals apart", html, StringComparison.Ordinal);
        Assert.DoesNotContain("again <b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_long_tells_on_standard_error_what_it_is_at()
    {
        using Process process = Tool.Start("assess", "-", "--json");
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        // Whoever writes has many rows, and takes their time with the last ones.
        string rows = string.Concat(Enumerable.Range(0, 3000).Select(row => $$"""{"instruction":"{{new string('x', 800)}} {{row}}","output":"boats"}""" + "\n"));
        await process.StandardInput.WriteAsync(rows.AsMemory(), TestContext.Current.CancellationToken);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        string? line = "";
        for (var clock = Stopwatch.StartNew(); line is not null && !Regex.IsMatch(line, "^dialinsight: [1-9][0-9,]* rows of - read$"); Assert.True(clock.Elapsed < TimeSpan.FromSeconds(50), line))
            line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(50), TestContext.Current.CancellationToken);
        Assert.NotNull(line);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3000, JsonDocument.Parse(await output).RootElement.GetProperty("samples").GetInt32());
    }

    [Fact]
    public async Task A_few_samples_are_there_to_be_read_the_same_ones_for_the_same_seed()
    {
        string rows = string.Join('\n', Enumerable.Range(1, 60).Select(row => JsonSerializer.Serialize(new { instruction = $"task <i>{row}</i>", input = new string('x', 4000), output = $$"""{"room":{{row}}}""" })));
        string file = Write("sixty.jsonl", rows), page = Path.Combine(_folder, "sixty.html");
        JsonElement[] samples = await SamplesAsync(file, "7", "--report", page);
        int[] numbers = [.. samples.Select(sample => sample.GetProperty("row").GetInt32())];
        Assert.Equal(5, numbers.Distinct().Count());
        Assert.Equal(numbers.Order(), numbers);
        Assert.All(samples, sample => Assert.Equal($$"""{"room":{{sample.GetProperty("row")}}}""", sample.GetProperty("target").GetString()));
        Assert.All(samples, sample => Assert.Equal(new string('x', 3000) + "…", sample.GetProperty("input").GetString()));
        Assert.Equal(numbers, (await SamplesAsync(file, "7")).Select(sample => sample.GetProperty("row").GetInt32()));
        Assert.NotEqual(numbers, (await SamplesAsync(file, "8")).Select(sample => sample.GetProperty("row").GetInt32()));
        JsonElement[] drawn = await SamplesAsync(file, "7", "--sample", "3");
        Assert.Equal(3, drawn.Length);

        string html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("Samples to read", html, StringComparison.Ordinal);
        Assert.All(numbers, row => Assert.Contains($"task &lt;i&gt;{row}&lt;/i&gt;", html, StringComparison.Ordinal));
        Assert.DoesNotContain("task <i>", html, StringComparison.Ordinal);
    }

    private static async Task<JsonElement[]> SamplesAsync(string file, string seed, params string[] options)
    {
        Tool.Outcome outcome = await Tool.RunAsync("", ["assess", file, "--json", "--seed", seed, .. options]);
        return [.. JsonDocument.Parse(string.Concat(outcome.Output)).RootElement.GetProperty("samplesToRead").EnumerateArray()];
    }

    [Theory]
    [InlineData("--threshold", "0")]
    [InlineData("--threshold", "1.1")]
    [InlineData("--top", "0")]
    [InlineData("--sample", "0")]
    [InlineData("--format", "parquet")]
    public async Task An_option_that_makes_no_sense_is_refused(string option, string value)
    {
        Tool.Outcome outcome = await Tool.RunAsync("", "assess", Write("x.jsonl", """{"instruction":"a","output":"b"}"""), option, value);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.Errors, line => line.Contains(value, StringComparison.Ordinal) || line.Contains(option, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task A_file_without_samples_is_an_error_in_words(string content)
    {
        Tool.Outcome outcome = await Tool.RunAsync("", "assess", Write("empty.json", content));
        Assert.Equal(1, outcome.ExitCode);
        Assert.EndsWith("holds no row that can be measured.", outcome.Errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_names_each_refused_row_and_ends_with_2()
    {
        string bad = Write("bad.jsonl", """{"instruction":"a","output":"b"}""" + "\n\n" + """{"instruction":"a","output":""}""" + "\n[1]\n");
        Tool.Outcome outcome = await Tool.RunAsync("", "check", bad, "--format", "alpaca");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal([$"{bad}:3: row 2: output is empty", $"{bad}:4: row 3: the row is a list, not an object"], outcome.Output);

        Tool.Outcome good = await Tool.RunAsync("""{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}""", "check", "-", "--format", "messages");
        Assert.Equal((0, 0), (good.ExitCode, good.Output.Length));
        Assert.Equal("1 rows (messages), 0 refused", Assert.Single(good.Errors));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static double Of(JsonElement json, string measure, string text) => json.GetProperty(measure).GetProperty(text).GetDouble();
}
