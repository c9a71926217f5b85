using System.Globalization;

namespace DialInsight.LanguageModels.Calls;

/// <summary>One try failed. The message names status and code, never what the endpoint wrote: that may quote the prompt.</summary>
internal sealed class EndpointException(EndpointFailure failure, string message, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What kind of failure.</summary>
    public EndpointFailure Failure => failure;

    /// <summary>How long the endpoint asked to be left alone, already capped.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether that the key is refused was found out by this try; others of its kind were not made, or only repeat it.</summary>
    public bool IsNews { get; init; }

    /// <summary>No try was made, because every key is known to be refused.</summary>
    public static EndpointException KeyIsRefused() => new(EndpointFailure.KeyRefused, "is not asked, because it refuses the key: check ApiKey and the account");

    /// <summary>The failure that an HTTP status stands for.</summary>
    /// <param name="status">A status that is not a success.</param>
    /// <param name="code">The error code of the body, if it looked like one.</param>
    /// <param name="retryAfter">How long the endpoint asked to be left alone.</param>
    public static EndpointException ForStatus(int status, string? code, TimeSpan? retryAfter)
    {
        string answered = string.Create(CultureInfo.InvariantCulture, $"answered {status}{(code is null ? "" : $" ({code})")}{Advice(status, code)}");
        return status switch
        {
            401 or 403 => new(EndpointFailure.KeyRefused, answered),
            429 when code is "insufficient_quota" => new(EndpointFailure.KeyRefused, answered),
            429 => new(EndpointFailure.Throttled, answered, retryAfter),
            408 or 409 or 425 or >= 500 => new(EndpointFailure.Failing, answered, retryAfter),
            _ => new(EndpointFailure.Refused, answered),
        };
    }

    private static string Advice(int status, string? code) => (status, code) switch
    {
        (429, "insufficient_quota") => ": the account has no credit left",
        (400, "context_length_exceeded") or (413, _) => ": the prompt is too long for this model",
        (401, _) => ": check ApiKey",
        (403, _) => ": the key may not use this model",
        (404, _) => ": check Endpoint and Model",
        (400 or 422, _) => ": the endpoint does not take this request",
        _ => "",
    };
}
