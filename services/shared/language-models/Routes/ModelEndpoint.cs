using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using DialInsight.LanguageModels.Calls;
using OpenAI;
using OpenAI.Chat;
using Polly;

namespace DialInsight.LanguageModels.Routes;

/// <summary>One endpoint: its connections and its circuit breaker, shared by the models behind it.</summary>
internal sealed class ModelEndpoint : IDisposable
{
    private const long MostResponseBytes = 8 * 1024 * 1024;

    private readonly Uri _address;
    private readonly TimeProvider _time;
    private long _closedAt;

    public ModelEndpoint(Uri address, CallPolicy policy, TimeProvider time)
    {
        (_address, _time) = (address, time);
        Breaker = policy.Breaker(
            address,
            pause => Volatile.Write(ref _closedAt, time.GetUtcNow().Add(pause).Ticks),
            () => Volatile.Write(ref _closedAt, 0));
    }

    /// <summary>Its connections, for what is not a chat.</summary>
    public HttpClient Http { get; } = new(new BoundedResponseHandler(
        new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            AutomaticDecompression = DecompressionMethods.All,
            // A redirect would carry a prompt to a server that nobody configured.
            AllowAutoRedirect = false,
        },
        MostResponseBytes))
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The circuit breaker.</summary>
    public ResiliencePipeline Breaker { get; }

    /// <summary>Whether the breaker would let no call through now.</summary>
    public bool IsLeftAlone => _time.GetUtcNow().Ticks < Volatile.Read(ref _closedAt);

    /// <summary>The client of one model; without retries and time limits of its own.</summary>
    public ChatClient Chat(string model, string? key) => new(
        model,
        // The client wants a key even where the endpoint wants none.
        new ApiKeyCredential(key ?? "none"),
        new OpenAIClientOptions
        {
            Endpoint = _address,
            Transport = new HttpClientPipelineTransport(Http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            UserAgentApplicationId = "DialInsight",
        });

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
