namespace DialInsight.LanguageModels.Embeddings;

/// <summary>Turns texts into vectors: settings under <c>Embedding:</c>. What was embedded once is kept and never paid again.</summary>
public interface IEmbeddingModel
{
    /// <summary>The model's name; null where none is configured.</summary>
    string? Name { get; }

    /// <summary>The vectors of texts, by position. All have the same length.</summary>
    /// <exception cref="InvalidOperationException">No model is configured.</exception>
    /// <exception cref="ModelRefusedRequestException">The endpoint refused the request for good.</exception>
    /// <exception cref="ModelUnavailableException">The endpoint could not be reached, kept failing, or refuses the key; later may help.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<EmbeddingInput> inputs, string? run, CancellationToken cancellationToken);
}

/// <summary>A text to embed.</summary>
/// <param name="Text">The text.</param>
/// <param name="Transcript">The transcript that it quotes, so that erasure finds the vector; null quotes none.</param>
public sealed record EmbeddingInput(string Text, string? Transcript = null);
