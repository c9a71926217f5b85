namespace DialInsight.LanguageModels;

/// <summary>The endpoint refused the request for good: an unknown model, a prompt over its context. Asking again would not help.</summary>
public sealed class ModelRefusedRequestException(string message, Exception? innerException = null) : Exception(message, innerException);
