using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using DialInsight.LanguageModels.Settings;
using OpenAI;
using OpenAI.Chat;
using Polly;

namespace DialInsight.LanguageModels.Calls;

/// <summary>One endpoint: its connections and its circuit breaker, shared by the models behind it.</summary>
internal sealed class ModelEndpoint(Uri address, CallPolicy policy) : IDisposable
{
    private const long MostResponseBytes = 8 * 1024 * 1024;

    private readonly HttpClient _http = new(new BoundedResponseHandler(
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
    public ResiliencePipeline Breaker { get; } = policy.Breaker(address);

    /// <summary>The client of one model; without retries and time limits of its own.</summary>
    public ChatClient Chat(LanguageModelSettings settings) => new(
        settings.Model,
        // The client wants a key even where the endpoint wants none.
        new ApiKeyCredential(settings.ApiKey ?? "none"),
        new OpenAIClientOptions
        {
            Endpoint = address,
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            UserAgentApplicationId = "DialInsight",
        });

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
