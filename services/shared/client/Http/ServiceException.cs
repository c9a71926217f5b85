using System.Net;

namespace DialInsight.Client.Http;

/// <summary>A service refused a call; the message is what it said was wrong, and what to do.</summary>
public sealed class ServiceException(HttpStatusCode status, string? type, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>The problem's stable type (RFC 9457); null where the answer was no problem document.</summary>
    public string? Type { get; } = type;
}
