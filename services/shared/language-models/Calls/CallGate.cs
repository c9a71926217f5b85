namespace DialInsight.LanguageModels.Calls;

/// <summary>Lets so many calls through at once, and no faster than the rate limit.</summary>
internal sealed class CallGate(int maxConcurrency, IRateLimit rate) : IDisposable
{
    private readonly SemaphoreSlim _places = new(maxConcurrency);

    /// <summary>The rate limit.</summary>
    public IRateLimit Rate => rate;

    /// <summary>Waits for a place; dispose the answer to give it back.</summary>
    public async ValueTask<Place> EnterAsync(long tokens, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        var place = new Place(_places);
        try
        {
            await rate.WaitAsync(tokens, cancellationToken);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    /// <summary>A place at the endpoint.</summary>
    internal readonly struct Place(SemaphoreSlim places) : IDisposable
    {
        /// <summary>Gives the place back.</summary>
        public void Dispose() => places.Release();
    }
}
