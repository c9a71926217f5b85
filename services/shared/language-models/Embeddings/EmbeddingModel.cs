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

    /// <inheritdoc/>
    public string Name => settings.Model;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<EmbeddingInput> inputs, string? run, CancellationToken cancellationToken)
    {
        string[] keys = [.. inputs.Select(KeyOf)];
        Dictionary<string, ReadOnlyMemory<float>> vectors = (await _kept.FindManyAsync([.. keys.Distinct()], cancellationToken))
            .ToDictionary(kept => kept.Document.Key, kept => kept.Document.ToVector(), StringComparer.Ordinal);
        EmbeddingInput[] missing = [.. inputs.Zip(keys).Where(pair => !vectors.ContainsKey(pair.Second)).DistinctBy(pair => pair.Second).Select(pair => pair.First)];
        foreach (KeptVector[] bought in await Task.WhenAll(missing.Chunk(settings.BatchSize).Select(some => BuyAsync(some, run, cancellationToken))))
        {
            foreach (KeptVector vector in bought)
                vectors[vector.Key] = vector.ToVector();
        }

        return [.. keys.Select(key => vectors[key])];
    }

    private async Task<KeptVector[]> BuyAsync(EmbeddingInput[] inputs, string? run, CancellationToken cancellationToken)
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
    public Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<EmbeddingInput> inputs, string? run, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No model for embeddings is configured: set Embedding:Model.");
}
