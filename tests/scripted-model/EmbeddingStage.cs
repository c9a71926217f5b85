using System.Text.Json;

namespace DialInsight.ScriptedModel;

/// <summary>Answers calls for embeddings: a text's vector is made of its letters' counts, the same for the same text.</summary>
internal static class EmbeddingStage
{
    private const int Dimensions = 16;

    /// <summary>Answers a call.</summary>
    public static async Task AnswerAsync(HttpContext context, Ledger ledger, ScriptedModelOptions options)
    {
        ledger.Begin();
        byte[] body = await ChatStage.ReadAsync(context.Request.BodyReader, context.RequestAborted);
        using JsonDocument request = JsonDocument.Parse(body);
        string[] texts = [.. request.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
        if (await options.Embedding(context.RequestAborted) is { } failure)
        {
            ledger.End(new LedgerEntry(TimeProvider.System.GetUtcNow(), Ledger.KeyOf(body), await Replies.ErrorAsync(context, failure, "scripted", null), ScriptedBehaviour.Fail));
            return;
        }

        if (texts.Length > options.MostEmbedded || texts.Any(text => text.Length == 0 || text.Length > options.LongestEmbedded))
        {
            int refused = await Replies.ErrorAsync(context, StatusCodes.Status400BadRequest, "invalid_request", null);
            ledger.End(new LedgerEntry(TimeProvider.System.GetUtcNow(), Ledger.KeyOf(body), refused, ScriptedBehaviour.Fail));
            return;
        }

        var answer = new
        {
            @object = "list",
            model = request.RootElement.GetProperty("model").GetString(),
            // In another order than asked: the index tells which is whose.
            data = texts.Select((text, index) => new { @object = "embedding", index, embedding = Vector(text) }).Reverse(),
            usage = new { prompt_tokens = texts.Sum(text => text.Length), total_tokens = texts.Sum(text => text.Length) },
        };
        int status = await Replies.RawAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer));
        ledger.End(new LedgerEntry(TimeProvider.System.GetUtcNow(), Ledger.KeyOf(body), status, ScriptedBehaviour.Answer));
    }

    private static float[] Vector(string text)
    {
        var vector = new float[Dimensions];
        vector[0] = 0.5f;
        foreach (char letter in text)
            vector[letter % Dimensions]++;
        return vector;
    }
}
