namespace DialInsight.LanguageModels.Batches;

/// <summary>
/// Batch files of the labeller's first endpoint, in OpenAI's format: requests that are answered within a day, usually for half the price. Their answers go into
/// the answer cache, so that asking the same afterwards finds them.
/// </summary>
public interface IBatchFiles
{
    /// <summary>Whether the labeller is at an endpoint at all.</summary>
    bool IsAvailable { get; }

    /// <summary>Whether the request is answered already.</summary>
    Task<bool> IsAnsweredAsync(ModelRequest request, CancellationToken cancellationToken);

    /// <summary>Uploads the requests and starts a batch of them, or finds the one that was started under this name before.</summary>
    /// <param name="name">The batch's name: the same for the same requests.</param>
    /// <param name="requests">The requests, each under an id of its own, at most 50,000.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The provider's id of the batch.</returns>
    /// <exception cref="ModelRefusedRequestException">The endpoint has no batch files, or refuses this one.</exception>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    Task<string> SubmitAsync(string name, IReadOnlyList<KeyValuePair<string, ModelRequest>> requests, CancellationToken cancellationToken);

    /// <summary>Whether the batch has ended: completed, expired, failed or cancelled. What it answered by then can be joined.</summary>
    /// <exception cref="ModelRefusedRequestException">The endpoint knows no such batch.</exception>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    Task<bool> HasEndedAsync(string batch, CancellationToken cancellationToken);

    /// <summary>Puts the answers of a batch that has ended into the cache. Safe to repeat.</summary>
    /// <param name="batch">The provider's id.</param>
    /// <param name="requests">The requests by their ids; answers to others are passed over.</param>
    /// <param name="priceShare">What the batch costs, as a share of the configured prices.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many requests it answered.</returns>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    Task<int> JoinAsync(string batch, IReadOnlyDictionary<string, ModelRequest> requests, decimal priceShare, CancellationToken cancellationToken);
}
