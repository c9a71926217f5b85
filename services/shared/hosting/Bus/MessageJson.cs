using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DialInsight.Hosting.Bus;

/// <summary>How messages are written as JSON: camelCase members, enums by name, Chinese as it is.</summary>
internal static class MessageJson
{
    /// <summary>For reading a message outside the bus.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Sets what makes a message's JSON.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // Messages never stand inside HTML; escaping every Chinese character would double their size.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }
}
