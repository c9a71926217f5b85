namespace DialInsight.LanguageModels.Settings;

/// <summary>One of the endpoints that a model is asked at: <c>LanguageModel:Endpoints:0</c> and so on.</summary>
public sealed record EndpointSettings
{
    /// <summary>The base URL, the part before <c>/chat/completions</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The key, also from the file that <c>ApiKeyFile</c> names; null for endpoints that need none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The model's name at this endpoint.</summary>
    public required string Model { get; init; }

    /// <summary>Its share of the calls beside the others, 1 to 1000.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The most calls a minute to this endpoint from all processes together; null is no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>The most tokens a minute, read and written, from all processes together; null is no limit.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Without the key, so that it can be logged.</summary>
    public override string ToString() => $"{Model} at {Endpoint}";
}
