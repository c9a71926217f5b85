using DialInsight.ScriptedModel;

namespace DialInsight.Cli.Tests;

public sealed class When_rows_are_selected : IDisposable
{
    private static readonly string[] s_topics = ["apples and rivers near a stone", "trains that cross seven bridges", "lanterns made of yellow paper", "a violin lesson on Thursday"];
    private readonly string _folder = Directory.CreateTempSubdirectory("dialinsight-cli-").FullName;

    [Fact]
    public async Task The_best_that_differ_are_written_as_they_are_in_the_order_of_the_file()
    {
        // Two of each topic; the second of each is the better one, and the topics get better.
        string[] rows = [.. Enumerable.Range(0, 8).Select(index => Row(s_topics[index / 2], complexity: "[0,0,0,0,0,1]", quality: $"{1 + (0.5 * index)}"))];
        string file = Write("rows.jsonl", string.Join('\n', [.. rows[..3], """{"instruction":"no score","output":"x"}""", .. rows[3..]]));
        Tool.Outcome outcome = await Tool.RunAsync("", "select", file, "--most", "3", "--complexity", "c", "--quality", "q");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal([rows[3], rows[5], rows[7]], outcome.Output);
        Assert.Equal($"{file}:4: row 4: there is no c", outcome.Errors[0]);
        Assert.Equal("3 of 8 rows chosen; 1 refused; qwen-tokens-idf, cosine 0.9 at most", outcome.Errors[1]);

        outcome = await Tool.RunAsync("", "select", file, "--share", "1", "--quality", "q");
        Assert.Equal([rows[1], rows[3], rows[5], rows[7]], outcome.Output);
        Assert.Contains(" chosen where 8 were wanted", outcome.Errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_array_on_many_lines_becomes_a_row_a_line_and_without_scores_the_earlier_goes_first()
    {
        string file = Write("rows.json", "[" + string.Join(",\n", s_topics.Concat(s_topics).Select(topic => $"{{\n  \"instruction\": \"{topic}\",\n  \"output\": \"好\"\n}}")) + "]");
        string output = Path.Combine(_folder, "chosen.jsonl");
        Tool.Outcome outcome = await Tool.RunAsync("", "select", file, "--most", "2", "--output", output);
        Assert.Equal((0, 0), (outcome.ExitCode, outcome.Output.Length));
        Assert.Equal([$$"""{"instruction":"{{s_topics[0]}}","output":"好"}""", $$"""{"instruction":"{{s_topics[1]}}","output":"好"}"""], await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Vectors_may_be_embeddings()
    {
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync();
        // The model counts letters: the same letters in another order are the same to it.
        string file = Write("rows.jsonl", string.Join('\n', Row("listen to silent", "1", "1"), Row("silent to listen", "1", "2"), Row("zzzzz", "1", "1")));
        Tool.Outcome outcome = await Tool.RunAsync("", "select", file, "--most", "3", "--quality", "q", "--embeddings-model", "embedder", "--embeddings-endpoint", model.Endpoint.ToString(), "--embeddings-cache", _folder);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal([Row("silent to listen", "1", "2"), Row("zzzzz", "1", "1")], outcome.Output);
        Assert.EndsWith("embedder (16 dimensions), cosine 0.9 at most", outcome.Errors[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many rows")]
    [InlineData("How many rows", "--most", "1", "--share", "0.5")]
    [InlineData("--share must be", "--share", "1.5")]
    [InlineData("--similarity must be", "--most", "1", "--similarity", "1")]
    public async Task What_makes_no_sense_is_refused(string message, params string[] arguments)
    {
        Tool.Outcome outcome = await Tool.RunAsync("", ["select", Write("x.jsonl", Row("a", "1", "1")), .. arguments]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.Errors, line => line.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_score_that_is_none_is_told_with_its_row()
    {
        string file = Write("x.jsonl", string.Join('\n', Row("a", "[0,0]", "1"), Row("b", "\"high\"", "1"), Row("c", "[-1,2]", "1")));
        Tool.Outcome outcome = await Tool.RunAsync("", "select", file, "--most", "1", "--complexity", "c");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal([.. Enumerable.Range(1, 3).Select(row => $"{file}:{row}: row {row}: c is neither a number nor a list of probabilities"), $"dialinsight: {file} holds no row that can be chosen."], outcome.Errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Row(string instruction, string complexity, string quality) => $$"""{"instruction":"{{instruction}}","output":"x","c":{{complexity}},"q":{{quality}}}""";

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
