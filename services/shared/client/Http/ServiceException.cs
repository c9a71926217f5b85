using System.Net;

namespace DialInsight.Client.Http;

/// <summary>A service refused a call; the message is what it said was wrong, and what to do.</summary>
public sealed class ServiceException(
    HttpStatusCode status, string? type, string message, IReadOnlyDictionary<string, string[]>? errors = null) : Exception(message)
{
    /// <summary>What is wrong at which place of the request, where the service says so; a recipe's places begin with <c>line N:</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors ?? new Dictionary<string, string[]>();

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>The problem's stable type (RFC 9457); null where the answer was no problem document.</summary>
    public string? Type { get; } = type;
}
