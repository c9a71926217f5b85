using DialInsight.LanguageModels.Embeddings;
using DialInsight.LanguageModels.Spending;
using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_texts_are_embedded
{
    private static readonly (string, string)[] s_settings = [("Embedding:Model", "embedder"), ("Embedding:BatchSize", "4"), ("Embedding:PricePerMillionInput", "2")];

    [Fact]
    public async Task Should_give_each_its_vector_and_ask_in_batches()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelPlace.Host host = place.Open(s_settings);

        IReadOnlyList<ReadOnlyMemory<float>> vectors = await EmbedAsync(host, [.. Enumerable.Range(0, 10).Select(i => new string('a', i + 1))]);

        // The scripted model counts letters: an "a" is the letter 97, the second of sixteen.
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (float)i), vectors.Select(vector => vector.Span[97 % 16]));
        Assert.Equal(3, place.Ledger.Count);
        SpendLine spend = Assert.Single(await host.Spend.TotalsAsync("run", null, TestContext.Current.CancellationToken));
        Assert.Equal(("embed", 3, 55L, 110m / 1_000_000), (spend.Spend.Purpose, spend.Spend.Calls, spend.Spend.InputTokens, spend.Spend.Cost));
    }

    [Fact]
    public async Task Should_ask_for_the_same_text_once()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        await EmbedAsync(place.Open(s_settings), ["one", "two", "one"]);

        IReadOnlyList<ReadOnlyMemory<float>> vectors = await EmbedAsync(place.Open(s_settings), ["two", "one", "one"]);

        Assert.Equal(1, place.Ledger.Count);
        Assert.Equal(vectors[1].ToArray(), vectors[2].ToArray());
        Assert.NotEqual(vectors[0].ToArray(), vectors[1].ToArray());
    }

    [Fact]
    public async Task Should_forget_what_quotes_an_erased_transcript()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelPlace.Host host = place.Open(s_settings);
        EmbeddingInput[] inputs = [new("one", "t1"), new("two", "t2")];
        await host.Embedding.EmbedAsync(inputs, null, TestContext.Current.CancellationToken);

        Assert.Equal(1, await host.Cache.EraseTranscriptAsync("t1", TestContext.Current.CancellationToken));
        await host.Embedding.EmbedAsync([inputs[1]], null, TestContext.Current.CancellationToken);
        Assert.Equal(1, place.Ledger.Count);
        await host.Embedding.EmbedAsync([inputs[0]], null, TestContext.Current.CancellationToken);
        Assert.Equal(2, place.Ledger.Count);
    }

    [Fact]
    public async Task Should_send_fewer_texts_a_call_where_the_endpoint_refuses_so_many()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptedModelOptions { MostEmbedded = 3 });
        ModelPlace.Host host = place.Open(("Embedding:Model", "embedder"), ("Embedding:BatchSize", "12"));

        IReadOnlyList<ReadOnlyMemory<float>> vectors = await EmbedAsync(host, [.. Enumerable.Range(0, 12).Select(i => new string('a', i + 1))]);

        Assert.Equal(Enumerable.Range(1, 12).Select(i => (float)i), vectors.Select(vector => vector.Span[97 % 16]));
        int asked = place.Ledger.Count;
        await EmbedAsync(host, [.. Enumerable.Range(0, 12).Select(i => new string('b', i + 1))]);
        // What was found out holds on: four calls of three.
        Assert.Equal(4, place.Ledger.Count - asked);
    }

    [Fact]
    public async Task Should_embed_the_beginning_of_what_is_too_long()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptedModelOptions { LongestEmbedded = 100 });
        string text = string.Concat(Enumerable.Repeat("房子𠮷", 200));
        IReadOnlyList<ReadOnlyMemory<float>> vectors = await EmbedAsync(place.Open(("Embedding:Model", "embedder"), ("Embedding:MaximumTokens", "30")), [text, text[..4]]);

        Assert.Equal(2, vectors.Count);
        await Assert.ThrowsAsync<ModelRefusedRequestException>(() => EmbedAsync(place.Open(s_settings), [text]));
    }

    [Fact]
    public async Task Should_say_where_no_model_is_configured()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();

        Assert.Null(place.Open().Embedding.Name);
        await Assert.ThrowsAsync<InvalidOperationException>(() => EmbedAsync(place.Open(), ["one"]));
    }

    private static Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(ModelPlace.Host host, string[] texts) =>
        host.Embedding.EmbedAsync([.. texts.Select(text => new EmbeddingInput(text))], "run", TestContext.Current.CancellationToken);
}
