namespace DialInsight.LanguageModels;

/// <summary>The endpoint could not be reached, or kept failing after the retries. Asking later may help.</summary>
public sealed class ModelUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
