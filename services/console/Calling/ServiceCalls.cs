using System.Net.Security;
using DialInsight.Client;

namespace DialInsight.WebConsole.Calling;

/// <summary>Clients of the services with the caller's own key: what a caller may do, the services decide.</summary>
internal sealed class ServiceCalls : IDisposable
{
    private static readonly Uri s_anywhere = new("http://services.invalid");

    private readonly ServiceAddresses _addresses;
    private readonly SocketsHttpHandler _connections;
    private readonly HttpMessageHandler _route;

    public ServiceCalls(ServiceAddresses addresses)
    {
        _addresses = addresses;
        _connections = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            // This process's own certificate is for the name that browsers use, not for the loopback address that it is called by here.
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (sender, _, _, errors) =>
                    errors == SslPolicyErrors.None || (sender is SslStream { TargetHostName: "127.0.0.1" or "localhost" }),
            },
        };
        _route = new Route(addresses) { InnerHandler = _connections };
    }

    /// <summary>A client that shows a key; null where none is asked for.</summary>
    public DialInsightClient For(string? key) =>
        new(new HttpClient(_route, disposeHandler: false) { BaseAddress = s_anywhere, Timeout = Timeout.InfiniteTimeSpan }, key);

    /// <summary>Whether each process is ready, in the order of the flow.</summary>
    public async Task<IReadOnlyList<ProcessHealth>> HealthAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient(_connections, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(4) };
        return await Task.WhenAll(_addresses.Processes().Select(process => HealthAsync(http, process.Name, process.Address, cancellationToken)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _route.Dispose();
        _connections.Dispose();
    }

    private static async Task<ProcessHealth> HealthAsync(HttpClient http, string name, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri(address, "/health/ready"), cancellationToken);
            return new ProcessHealth(name, answer.IsSuccessStatusCode);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new ProcessHealth(name, IsReady: false);
        }
    }

    /// <summary>Sends each request to the service that owns its path. One that takes no connection in time is away like one that refuses it.</summary>
    private sealed class Route(ServiceAddresses addresses) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(addresses.Of(request.RequestUri!.PathAndQuery), request.RequestUri.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, late.Message, late);
            }
        }
    }
}
