using System.Text.Json;

namespace DialInsight.Cli.Tests;

public sealed class When_duplicates_are_looked_for : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dialinsight-cli-").FullName;

    [Fact]
    public async Task Pairs_come_with_their_similarity_in_the_order_of_the_files()
    {
        string[] words = [.. Enumerable.Range(0, 60).Select(static index => $"{(char)('a' + (index / 26))}{(char)('a' + (index % 26))}x")];
        string talk = Write("talk.jsonl", Turns("whole", words), Turns(null, words[..30]), Turns("edited", [.. words[..59], "other"]));
        string texts = Write("texts.jsonl", Text("plain", words), Text("else", [.. words.Reverse()]), """{"id":7,"text":"short"}""", """{"text":"short!"}""");

        Tool.Outcome outcome = await Tool.RunAsync("", "duplicates", talk, texts);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            [
                """{"a":"whole","b":"edited","jaccard":0.9661016949152542}""",
                """{"a":"whole","b":"plain","jaccard":1}""",
                """{"a":"edited","b":"plain","jaccard":0.9661016949152542}""",
                $$"""{"a":"7","b":"{{texts}}:4","jaccard":1}""",
            ],
            outcome.Output);
        Assert.StartsWith("7 dialogues, 4 pairs", outcome.Errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_threshold_and_folders_are_taken()
    {
        string[] words = [.. Enumerable.Range(0, 40).Select(static index => $"{(char)(0x4E00 + (7 * index))}")];
        Write("a.txt", $"甲：{string.Concat(words)}", "乙：好");
        Write("b.txt", $"甲：{string.Concat(words[..25])}", "乙：好");

        Assert.Empty((await Tool.RunAsync("", "duplicates", _folder)).Output);
        string pair = Assert.Single((await Tool.RunAsync("", "duplicates", _folder, "--jaccard", "0.5")).Output);
        Assert.InRange(JsonDocument.Parse(pair).RootElement.GetProperty("jaccard").GetDouble(), 0.5, 0.7);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_the_rest_goes_on()
    {
        string file = Write("some.jsonl", Text("a", ["one", "two", "three", "four"]), "{", Text("b", ["one", "two", "three", "four"]));
        Tool.Outcome outcome = await Tool.RunAsync("", "duplicates", file);
        Assert.Equal(("""{"a":"a","b":"b","jaccard":1}""", 1), (Assert.Single(outcome.Output), outcome.ExitCode));
        Assert.StartsWith($"{file}:2: ", outcome.Errors[0], StringComparison.Ordinal);

        Tool.Outcome many = await Tool.RunAsync("", "duplicates", Write("many.jsonl", [Text("a", ["one", "two", "three", "four"]), .. Enumerable.Repeat("{", 50)]));
        Assert.Equal(20, many.Errors.Count(line => line.Contains("many.jsonl:", StringComparison.Ordinal)));
        Assert.Contains("30 more cannot be read", many.Errors);

        Tool.Outcome missing = await Tool.RunAsync("", "duplicates", Path.Combine(_folder, "none.jsonl"));
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("none.jsonl", Assert.Single(missing.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    public async Task A_threshold_that_is_none_is_refused(string jaccard)
    {
        Tool.Outcome outcome = await Tool.RunAsync("", "duplicates", Write("x.jsonl", Text("a", ["b"])), "--jaccard", jaccard);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(outcome.Errors, static line => line.Contains("--jaccard must be from 0.1 to 1", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, params string[] lines)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static string Text(string id, string[] words) => JsonSerializer.Serialize(new { id, text = string.Join(' ', words) });

    private static string Turns(string? id, string[] words) => JsonSerializer.Serialize(new
    {
        id,
        turns = words.Chunk(15).Select(static (turn, index) => new { role = index % 2 == 0 ? "user" : "agent", text = string.Join(' ', turn) }),
    });
}
