using DialInsight.Contracts;
using DialInsight.LanguageModels.Answers;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Routes;
using DialInsight.LanguageModels.Settings;
using DialInsight.LanguageModels.Spending;
using DialInsight.Storage;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.LanguageModels.Embeddings;

/// <summary>Embeds what was not embedded before, in batches, and keeps it.</summary>
internal sealed class EmbeddingModel(EmbeddingSettings settings, RoutePool pool, CallPolicy policy, IDocumentStoreFactory stores, SpendLog spend, TimeProvider time) : IEmbeddingModel
{
    private readonly ModelCalls _calls = new(settings.Model, pool, policy, TimeSpan.FromSeconds(settings.TimeoutSeconds), null, time);
    private readonly IDocumentCollection<KeptVector> _kept = stores.Open(AnswerCache.Database).Collection(KeptVector.Collection);
    private readonly IDocumentCollection<ErasedTranscript> _erased = stores.Open(AnswerCache.Database).Collection(ErasedTranscript.Collection);

    // As many texts as a call may carry, as far as is known: endpoints tell by refusing.
    private int _batchSize = settings.BatchSize;

    /// <inheritdoc/>
    public string Name => settings.Model;

    /// <inheritdoc/>
    public double Threshold => settings.Threshold;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<EmbeddingInput> inputs, string? run, CancellationToken cancellationToken)
    {
        EmbeddingInput[] fitting = [.. inputs.Select(input => input with { Text = Beginning(input.Text) })];
        string[] keys = [.. fitting.Select(KeyOf)];
        Dictionary<string, ReadOnlyMemory<float>> vectors = (await _kept.FindManyAsync([.. keys.Distinct()], cancellationToken))
            .ToDictionary(kept => kept.Document.Key, kept => kept.Document.ToVector(), StringComparer.Ordinal);
        EmbeddingInput[] missing = [.. fitting.Zip(keys).Where(pair => !vectors.ContainsKey(pair.Second)).DistinctBy(pair => pair.Second).Select(pair => pair.First)];
        foreach (KeptVector[] bought in await Task.WhenAll(missing.Chunk(_batchSize).Select(some => BuyAsync(some, run, cancellationToken))))
        {
            foreach (KeptVector vector in bought)
                vectors[vector.Key] = vector.ToVector();
        }

        return [.. keys.Select(key => vectors[key])];
    }

    /// <summary>Buys vectors; where a call is refused for good, by halves: it may be the number of texts that the endpoint does not take.</summary>
    private async Task<KeptVector[]> BuyAsync(EmbeddingInput[] inputs, string? run, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(inputs, run, cancellationToken);
        }
        catch (ModelRefusedRequestException) when (inputs.Length > 1)
        {
            int half = (inputs.Length + 1) / 2;
            KeptVector[] first = await BuyAsync(inputs[..half], run, cancellationToken);
            // So many were taken: more need not be tried again.
            _batchSize = Math.Min(_batchSize, Math.Max(1, half));
            return [.. first, .. await BuyAsync(inputs[half..], run, cancellationToken)];
        }
    }

    private async Task<KeptVector[]> AskAsync(EmbeddingInput[] inputs, string? run, CancellationToken cancellationToken)
    {
        string[] texts = [.. inputs.Select(input => input.Text)];
        long tokens = 0;
        int calls = 0;
        float[][] vectors = await _calls.MakeAsync(
            run ?? "",
            texts.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text)) / 3,
            async (route, token) =>
            {
                calls++;
                Metered<float[][]> answer = await EmbeddingEndpoint.AskAsync(route, settings, texts, time, token);
                tokens = answer.Tokens ?? texts.Sum(text => (long)Tokenizer.Qwen.Count(text));
                return answer;
            },
            cancellationToken);
        KeptVector[] kept = [.. inputs.Zip(vectors, (input, vector) => new KeptVector(KeyOf(input), KeptVector.NumbersOf(vector), input.Transcript, time.GetUtcNow()))];
        await spend.NoteAsync(run, null, new ModelSpend(ModelPurpose.Embed, settings.Model, calls, tokens, 0, tokens * settings.PricePerMillionInput / 1_000_000), CancellationToken.None);
        await KeepAsync(kept);
        return kept;
    }

    /// <summary>Keeps them; those of erased transcripts, also of such as are erased meanwhile, go again.</summary>
    private async Task KeepAsync(KeptVector[] kept)
    {
        await _kept.InsertManyAsync(kept, CancellationToken.None);
        string[] transcripts = [.. kept.Select(vector => vector.Transcript).OfType<string>().Distinct()];
        foreach (Versioned<ErasedTranscript> erased in await _erased.FindManyAsync(transcripts, CancellationToken.None))
            await _kept.DeleteWhereAsync(Query.All.Where("transcript", erased.Document.Transcript), CancellationToken.None);
    }

    /// <summary>The text, or as much of it as the model reads.</summary>
    private string Beginning(string text)
    {
        ReadOnlySpan<char> beginning = text;
        // A character is four tokens at most.
        while (beginning.Length > settings.MaximumTokens / 4 && Tokenizer.Qwen.Count(beginning) is var tokens && tokens > settings.MaximumTokens)
        {
            int fewer = (int)((long)beginning.Length * settings.MaximumTokens / tokens);
            beginning = beginning[..Math.Clamp(fewer, 1, beginning.Length - 1)];
            if (char.IsHighSurrogate(beginning[^1]) && beginning.Length > 1)
                beginning = beginning[..^1];
        }

        return beginning.Length == text.Length ? text : beginning.ToString();
    }

    // The dimensions decide the vector, the transcript only who may have it erased: the same text of two transcripts is two entries.
    private string KeyOf(EmbeddingInput input) => DeterministicId.Of(
        64, settings.Endpoint.Host, settings.Model, $"{settings.Dimensions}", input.Transcript ?? "", input.Text);
}

/// <summary>Where no model for embeddings is configured.</summary>
internal sealed class NoEmbeddingModel : IEmbeddingModel
{
    /// <inheritdoc/>
    public string? Name => null;

    /// <inheritdoc/>
    public double Threshold => throw NotConfigured();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<EmbeddingInput> inputs, string? run, CancellationToken cancellationToken) =>
        throw NotConfigured();

    private static InvalidOperationException NotConfigured() => new("No model for embeddings is configured: set Embedding:Model.");
}
