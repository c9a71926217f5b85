using System.Globalization;
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
        // The bus would indent, for nobody to see.
        options.WriteIndented = false;
        // Messages never stand inside HTML; escaping every Chinese character would double their size.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        // Before the bus's own, which write money as text and enums as the code spells them.
        options.Converters.Insert(0, new NumericDecimal());
        options.Converters.Insert(1, new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }

    /// <summary>Writes decimals as JSON numbers; reads numbers, and the text that earlier messages hold.</summary>
    private sealed class NumericDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture) : reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }
}
