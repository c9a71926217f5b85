namespace DialInsight.LanguageModels;

/// <summary>A model that answers requests. Limits, retries and the answer cache are behind it: a call that was answered once is never paid again.</summary>
public interface ILanguageModel
{
    /// <summary>The model's name as lineage records it, for instance <c>qwen-max</c> or <c>offline-annotator/1</c>.</summary>
    string Name { get; }

    /// <summary>Answers a request.</summary>
    /// <exception cref="ModelRefusedRequestException">The endpoint refused the request for good; asking again would not help.</exception>
    /// <exception cref="ModelUnavailableException">The endpoint could not be reached, or kept failing after the retries; later may help.</exception>
    Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken);

    /// <summary>The answer where it costs nothing: it was given before, or the model is free. Null where the model would have to be asked. Counts as no use of the cache.</summary>
    Task<ModelAnswer?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => Task.FromResult<ModelAnswer?>(null);
}
