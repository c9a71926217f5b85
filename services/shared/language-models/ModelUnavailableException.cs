namespace DialInsight.LanguageModels;

/// <summary>The endpoint could not be reached, kept failing after the retries, or refuses the key. Asking later may help.</summary>
public sealed class ModelUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether the endpoint refuses the key, or its account has no credit left: waiting helps once somebody has put that right.</summary>
    public bool IsKeyRefused { get; init; }

    /// <summary>Of a refused key: whether this call found it out. The calls that come after it are not made, and say no.</summary>
    public bool IsNews { get; init; }
}
