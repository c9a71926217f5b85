namespace DialInsight.ScriptedModel;

/// <summary>How a scripted model starts.</summary>
public sealed record ScriptedModelOptions
{
    /// <summary>Where it listens; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>The model's name as it calls itself.</summary>
    public string Model { get; init; } = "scripted-model";

    /// <summary>What it does at first; <c>ScriptedModelServer.Play</c> and <c>POST /script</c> change it.</summary>
    public ModelScript Script { get; init; } = new();

    /// <summary>How many texts a call for embeddings may carry; more are refused.</summary>
    public int MostEmbedded { get; init; } = 2048;

    /// <summary>How long a text that is embedded may be, in characters; longer ones are refused, and empty ones.</summary>
    public int LongestEmbedded { get; init; } = int.MaxValue;

    /// <summary>Asked before a call for embeddings is answered: the status that it fails with, or null. It may take its time.</summary>
    public Func<CancellationToken, Task<int?>> Embedding { get; init; } = static _ => Task.FromResult<int?>(null);

    /// <summary>Writes the answers that no rule of the script replaces.</summary>
    public Func<ChatRequest, string> Responder { get; init; } = SchemaResponder.Answer;
}
