using System.Net;
using DialInsight.Client.Http;

namespace DialInsight.Cli.Server;

/// <summary>Why a call to a service failed, and what to do where that is known here alone.</summary>
internal static class ServerFailure
{
    /// <summary>One line of words.</summary>
    public static string Explain(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } =>
            $"nothing answers there: {exception.Message}. Is it running? --server URL, or {ServerOptions.ServerVariable} of the environment, says where it is",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"the connection is not secure: {exception.InnerException?.Message ?? exception.Message}",
        ServiceException { Status: HttpStatusCode.Unauthorized } => $"{exception.Message} Here that is --api-key KEY, or {ServerOptions.KeyVariable} of the environment.",
        TaskCanceledException => "no answer came in time; try again, or see whether the service is well: GET /health/ready",
        _ => exception.Message,
    };
}
