using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>A model whose answers fit, that finds most labels good and some not, and takes its time.</summary>
internal static class PipelineModel
{
    public static Task<ScriptedModelServer> StartAsync(int latencyMilliseconds, CancellationToken cancellationToken) =>
        ScriptedModelServer.StartAsync(
            new ScriptedModelOptions { Responder = Answer, Script = new ModelScript { LatencyMilliseconds = latencyMilliseconds } }, cancellationToken);

    /// <summary>The settings that point a process at it.</summary>
    public static Dictionary<string, string> Settings(ScriptedModelServer server) => new()
    {
        ["LanguageModel:Endpoint"] = server.Endpoint.ToString(),
        ["LanguageModel:Model"] = "scripted-labeller",
        ["LanguageModel:MaxConcurrency"] = "8",
        ["Judge:Model"] = "scripted-judge",

        // The same surrogates, so the same prompts and the same verdicts, each time.
        ["Pseudonyms:Key"] = "a key that all of these tests share",
    };

    /// <summary>How many calls were made that had been answered before.</summary>
    public static int Repeated(ScriptedModelServer server)
    {
        LedgerEntry[] answered = [.. server.Ledger.Entries.Where(entry => entry.Status == 200)];
        return answered.Length - answered.Select(entry => entry.Key).Distinct().Count();
    }

    private static string Answer(ChatRequest request)
    {
        string schema = request.Schema?.GetRawText() ?? "";
        if (schema.Contains("\"evidence\"", StringComparison.Ordinal))
            return $$"""{"evidence":["as the dialogue says"],"level":"{{(IsPoor(request) ? "low" : "high")}}"}""";

        return SchemaResponder.Answer(request);
    }

    // The same label gets the same verdict from every vote, whatever the rubric's order: by the label's own text.
    private static bool IsPoor(ChatRequest request) => Checksum(request.UserText) % 10 == 0;

    private static int Checksum(string text) => text.Aggregate(17, (sum, letter) => ((sum * 31) + letter) & 0xFFFFFF);
}
