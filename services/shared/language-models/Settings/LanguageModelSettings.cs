namespace DialInsight.LanguageModels.Settings;

/// <summary>The settings of one model: section <c>LanguageModel</c>, or <c>Judge</c> over it.</summary>
public sealed record LanguageModelSettings
{
    /// <summary>OpenAI's own endpoint: what a key without an endpoint is for.</summary>
    public static readonly Uri DefaultEndpoint = new("https://api.openai.com/v1");

    /// <summary>Who answers. Default: <see cref="ModelProvider.OpenAI"/> where an endpoint or a key is set, else <see cref="ModelProvider.Offline"/>.</summary>
    public ModelProvider Provider { get; init; }

    /// <summary>The base URL, the part before <c>/chat/completions</c>; usually it ends in <c>/v1</c>.</summary>
    public Uri Endpoint { get; init; } = DefaultEndpoint;

    /// <summary>The key, also from the file that <c>ApiKeyFile</c> names; null for endpoints that need none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Several endpoints in place of the one; empty where there is one.</summary>
    public IReadOnlyList<EndpointSettings> Endpoints { get; init; } = [];

    /// <summary>After how many seconds without an answer another endpoint is asked as well, 1 to 3600; null never is. Such a call may be paid twice.</summary>
    public int? HedgeAfterSeconds { get; init; }

    /// <summary>The model's name at the endpoint.</summary>
    public string Model { get; init; } = "";

    /// <summary>Sampling temperature, 0 to 2; null leaves it to the endpoint.</summary>
    public double? Temperature { get; init; }

    /// <summary>The most calls at once from this process, 1 to 4096.</summary>
    public int MaxConcurrency { get; init; } = 16;

    /// <summary>The most calls a minute to an endpoint, from all processes that share the database; null is no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>The most tokens a minute, read and written, counted like the calls; null is no limit.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Price of a million tokens read, in any one currency.</summary>
    public decimal PricePerMillionInput { get; init; }

    /// <summary>Price of a million tokens written, in the same currency.</summary>
    public decimal PricePerMillionOutput { get; init; }

    /// <summary>How long one try may take, in seconds, 1 to 3600; waiting for a place does not count.</summary>
    public int TimeoutSeconds { get; init; } = 120;

    /// <summary>The most tokens to write, where a request does not say; null leaves it to the endpoint.</summary>
    public int? MaximumOutputTokens { get; init; }

    /// <summary>The tokens that the model reads and writes at most in one call, 1,000 or more; longer dialogues are cut into windows.</summary>
    public int ContextTokens { get; init; } = 32_768;

    /// <summary>How JSON is asked for.</summary>
    public StructuredOutput StructuredOutput { get; init; }

    /// <summary>The most calls a minute to all endpoints together, from all processes; null where one of them has no limit.</summary>
    public int? CallsPerMinute => Reachable.All(endpoint => endpoint.RequestsPerMinute is not null) ? Reachable.Sum(endpoint => endpoint.RequestsPerMinute) : null;

    /// <summary>Every endpoint that may be asked, at least one.</summary>
    internal IReadOnlyList<EndpointSettings> Reachable => Endpoints.Count > 0 ? Endpoints :
    [
        new EndpointSettings { Endpoint = Endpoint, ApiKey = ApiKey, Model = Model, RequestsPerMinute = RequestsPerMinute, TokensPerMinute = TokensPerMinute },
    ];

    /// <summary>Without the key, so that it can be logged.</summary>
    public override string ToString() => Provider == ModelProvider.Offline ? "offline annotator" : $"{Model} at {Endpoint}";
}
