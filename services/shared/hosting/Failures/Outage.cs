using System.Data.Common;
using System.Net.Sockets;

namespace DialInsight.Hosting.Failures;

/// <summary>Tells failures of what a message needs (a store, a broker, a network) from failures of the message.</summary>
internal static class Outage
{
    /// <summary>Whether the exception, or one inside it, says that something outside is away.</summary>
    public static bool Is(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is TimeoutException or IOException or SocketException or HttpRequestException or DbException or OperationCanceledException
                || inner.GetType().Name is "MongoConnectionException" or "MongoConnectionPoolPausedException" or "ModelUnavailableException")
                return true;
        }

        return false;
    }
}
