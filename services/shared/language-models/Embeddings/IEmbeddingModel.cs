namespace DialInsight.LanguageModels.Embeddings;

/// <summary>Turns texts into vectors: settings under <c>Embedding:</c>. What was embedded once is kept and never paid again.</summary>
public interface IEmbeddingModel
{
    /// <summary>The model's name; null where none is configured.</summary>
    string? Name { get; }

    /// <summary>θ: the cosine from which two texts are of one community, by the model's settings.</summary>
    double Threshold { get; }

    /// <summary>The vectors of texts, by position. A text that is longer than the model reads has the vector of its beginning.</summary>
    /// <param name="inputs">The texts, none of them empty.</param>
    /// <param name="run">The run that they are embedded for; spend is kept by it. Null is none.</param>
    /// <param name="cancellationToken">Stops it; what was answered is kept.</param>
    /// <exception cref="InvalidOperationException">No model is configured.</exception>
    /// <exception cref="ModelRefusedRequestException">The endpoint refused the request for good.</exception>
    /// <exception cref="ModelUnavailableException">The endpoint could not be reached, kept failing, or refuses the key; later may help.</exception>
    Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<EmbeddingInput> inputs, string? run, CancellationToken cancellationToken);
}

/// <summary>A text to embed.</summary>
/// <param name="Text">The text.</param>
/// <param name="Transcript">The transcript that it quotes, so that erasure finds the vector; null quotes none.</param>
public sealed record EmbeddingInput(string Text, string? Transcript = null);
