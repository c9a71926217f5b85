namespace DialInsight.LanguageModels.Calls;

/// <summary>What kind of failure one try ended in; it decides what happens next.</summary>
internal enum EndpointFailure
{
    /// <summary>The request itself is refused: asking again would not help.</summary>
    Refused,

    /// <summary>The key is refused, or its account has no credit left: no request would fare better until that is put right.</summary>
    KeyRefused,

    /// <summary>Too many calls: wait, and ask again. Says nothing about the endpoint's health.</summary>
    Throttled,

    /// <summary>The endpoint or the way to it failed: ask again, and mind the circuit breaker.</summary>
    Failing,
}
