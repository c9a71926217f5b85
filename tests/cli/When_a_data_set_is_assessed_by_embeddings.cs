using System.Text.Json;
using DialInsight.ScriptedModel;

namespace DialInsight.Cli.Tests;

public sealed class When_a_data_set_is_assessed_by_embeddings : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dialinsight-cli-").FullName;

    [Fact]
    public async Task The_report_names_the_model_and_what_was_paid_once_is_kept()
    {
        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync(new ScriptedModelOptions { MostEmbedded = 10 });
        string file = Write(60);
        string page = Path.Combine(_folder, "page.html");
        Tool.Outcome outcome = await AssessAsync(model, file, "--json", "--report", page);
        Assert.True(outcome.ExitCode == 0, string.Join('\n', outcome.Errors));
        JsonElement json = JsonDocument.Parse(string.Concat(outcome.Output)).RootElement;
        Assert.Equal(("embedder (16 dimensions)", 0.75), (json.GetProperty("encoder").GetString(), json.GetProperty("threshold").GetDouble()));
        // The model counts letters: one prompt said in sixty orders of its words is one community, and answers of different letters are not.
        Assert.Equal((1, 2), (json.GetProperty("communities").GetProperty("prompt").GetInt32(), json.GetProperty("communities").GetProperty("target").GetInt32()));
        // No input holds anything: nobody is asked about it, and each is alone.
        Assert.Equal(60, json.GetProperty("communities").GetProperty("input").GetInt32());
        Assert.Contains("embedder (16 dimensions)", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Matches("^embedder: [0-9]+ calls, [0-9]+ tokens; vectors are kept in ", outcome.Errors[^1]);

        int asked = model.Ledger.Count;
        outcome = await AssessAsync(model, file, "--threshold", "0.9", "--json");
        Assert.Equal(asked, model.Ledger.Count);
        Assert.StartsWith("embedder: no calls", outcome.Errors[^1], StringComparison.Ordinal);
        Assert.Equal(0.9, JsonDocument.Parse(string.Concat(outcome.Output)).RootElement.GetProperty("threshold").GetDouble());
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_line()
    {
        string file = Write(3);
        Tool.Outcome outcome = await Tool.RunAsync("", "assess", file, "--embeddings-endpoint", "http://127.0.0.1:9/v1");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.Errors, line => line.StartsWith("--embeddings-model names the endpoint's model", StringComparison.Ordinal));
        outcome = await Tool.RunAsync("", "assess", file, "--embeddings-model", "embedder", "--embeddings-endpoint", "localhost", "--embeddings-cache", _folder);
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("dialinsight: Embedding:Endpoint must be a base URL", Assert.Single(outcome.Errors), StringComparison.Ordinal);

        await using ScriptedModelServer model = await ScriptedModelServer.StartAsync(new ScriptedModelOptions { LongestEmbedded = 3 });
        outcome = await AssessAsync(model, file);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("dialinsight: embedder at 127.0.0.1 answered 400 (invalid_request): the endpoint does not take this request", Assert.Single(outcome.Errors));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<Tool.Outcome> AssessAsync(ScriptedModelServer model, string file, params string[] more) => Tool.RunAsync(
        "", ["assess", file, "--embeddings-model", "embedder", "--embeddings-endpoint", model.Endpoint.ToString(), "--embeddings-cache", Path.Combine(_folder, "vectors"), .. more]);

    private string Write(int rows)
    {
        string path = Path.Combine(_folder, "rows.jsonl");
        string[] words = ["please", "name", "every", "promise"];
        File.WriteAllLines(path, Enumerable.Range(0, rows).Select(row => JsonSerializer.Serialize(new
        {
            instruction = string.Join(' ', words.OrderBy(word => (word[0] * (row + 7)) % 31)),
            output = row % 2 == 0 ? "aaaa" : "bbbb",
        })));
        return path;
    }
}
