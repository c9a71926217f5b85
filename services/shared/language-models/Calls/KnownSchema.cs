using System.Text.Json;

namespace DialInsight.LanguageModels.Calls;

/// <summary>A schema, ready to be sent.</summary>
internal sealed class KnownSchema
{
    private volatile bool _isRefused;

    public KnownSchema(string schema)
    {
        using JsonDocument document = JsonDocument.Parse(schema);
        Json = JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
        IsStrict = StrictSchema.Fits(document.RootElement);
    }

    /// <summary>The schema as UTF-8.</summary>
    public byte[] Json { get; }

    /// <summary>Whether OpenAI's strict mode takes it.</summary>
    public bool IsStrict { get; }

    /// <summary>Whether the endpoint refused it, and answered when it stood in the prompt.</summary>
    public bool IsRefused
    {
        get => _isRefused;
        set => _isRefused = value;
    }
}
