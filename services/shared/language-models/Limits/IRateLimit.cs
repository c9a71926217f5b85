namespace DialInsight.LanguageModels.Limits;

/// <summary>Spreads calls over time.</summary>
internal interface IRateLimit
{
    /// <summary>Waits until a call of about <paramref name="tokens"/> tokens may start. Runs that wait take turns.</summary>
    ValueTask WaitAsync(string run, long tokens, CancellationToken cancellationToken);

    /// <summary>Starts no call before this time: the endpoint asked to be left alone.</summary>
    void RestUntil(DateTimeOffset until);

    /// <summary>Tells by how many tokens a call came out above (or below) what it was announced with.</summary>
    void Settle(long difference);
}

/// <summary>Where no limit is set.</summary>
internal sealed class NoRateLimit : IRateLimit
{
    /// <inheritdoc/>
    public ValueTask WaitAsync(string run, long tokens, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public void RestUntil(DateTimeOffset until)
    {
    }

    /// <inheritdoc/>
    public void Settle(long difference)
    {
    }
}
