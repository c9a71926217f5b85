namespace DialInsight.LanguageModels.Calls;

/// <summary>Spreads calls over time. The limit of one process today; one that processes share would be another implementation.</summary>
internal interface IRateLimit
{
    /// <summary>Waits until a call of about <paramref name="tokens"/> tokens may start.</summary>
    ValueTask WaitAsync(long tokens, CancellationToken cancellationToken);

    /// <summary>Tells by how many tokens a call came out above (or below) what it was announced with.</summary>
    void Settle(long difference);

    /// <summary>Starts no call for this long: the endpoint asked to be left alone.</summary>
    void Pause(TimeSpan duration);
}
