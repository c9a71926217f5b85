using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DialInsight.ScriptedModel;

/// <summary>Makes up an instance of a JSON schema.</summary>
internal sealed class SchemaInstance
{
    private const int MostDepth = 16, UsualItems = 3, MostItems = 20;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonElement _root;
    private readonly Utterances _said;
    private readonly bool _wrongChoices;
    private readonly Utf8JsonWriter _json;

    private SchemaInstance(JsonElement root, Utterances said, bool wrongChoices, Utf8JsonWriter json) =>
        (_root, _said, _wrongChoices, _json) = (root, said, wrongChoices, json);

    /// <summary>An instance as JSON.</summary>
    public static string Write(JsonElement schema, Utterances said, bool wrongChoices)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
            new SchemaInstance(schema, said, wrongChoices, json).Value(schema, 0);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Value(JsonElement schema, int depth)
    {
        schema = Resolved(schema);
        if (depth > MostDepth || schema.ValueKind != JsonValueKind.Object)
            _json.WriteNullValue();
        else if (schema.TryGetProperty("const", out JsonElement constant))
            constant.WriteTo(_json);
        else if (schema.TryGetProperty("enum", out JsonElement choices))
            Choice(choices);
        else if ((schema.TryGetProperty("anyOf", out JsonElement options) || schema.TryGetProperty("oneOf", out options)) && options.GetArrayLength() > 0)
            Value(options[0], depth + 1);
        else
            Typed(schema, TypeOf(schema), depth);
    }

    private void Typed(JsonElement schema, string? type, int depth)
    {
        switch (type)
        {
            case "object":
                Object(schema, depth);
                break;
            case "array":
                Array(schema, depth);
                break;
            case "string":
                _json.WriteStringValue(Fitted(_said.Next(), schema));
                break;
            case "integer" or "number":
                _json.WriteNumberValue(Number(schema, "minimum") ?? Math.Min(1, Number(schema, "maximum") ?? 1));
                break;
            case "boolean":
                _json.WriteBooleanValue(true);
                break;
            default:
                _json.WriteNullValue();
                break;
        }
    }

    private void Object(JsonElement schema, int depth)
    {
        _json.WriteStartObject();
        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                _json.WritePropertyName(property.Name);
                Value(property.Value, depth + 1);
            }
        }

        _json.WriteEndObject();
    }

    private void Array(JsonElement schema, int depth)
    {
        int count = (int)Math.Min(MostItems, Math.Max(Number(schema, "minItems") ?? 0, Math.Min(Number(schema, "maxItems") ?? UsualItems, UsualItems)));
        _json.WriteStartArray();
        for (int i = 0; i < count && schema.TryGetProperty("items", out JsonElement items); i++)
            Value(items, depth + 1);
        _json.WriteEndArray();
    }

    /// <summary>A judge that is content where there is a "high" to choose; the first choice elsewhere.</summary>
    private void Choice(JsonElement choices)
    {
        if (_wrongChoices || choices.GetArrayLength() == 0)
        {
            _json.WriteStringValue("no-such-choice");
            return;
        }

        JsonElement high = choices.EnumerateArray().FirstOrDefault(choice => choice.ValueKind == JsonValueKind.String && string.Equals(choice.GetString(), "high", StringComparison.OrdinalIgnoreCase));
        (high.ValueKind == JsonValueKind.Undefined ? choices[0] : high).WriteTo(_json);
    }

    private JsonElement Resolved(JsonElement schema)
    {
        for (int hops = 0; hops < MostDepth && schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out JsonElement reference); hops++)
        {
            schema = _root;
            foreach (string part in (reference.GetString() ?? "").Split('/').Skip(1))
                schema = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(part, out JsonElement next) ? next : default;
        }

        return schema;
    }

    private static string? TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out JsonElement type) ? schema.TryGetProperty("properties", out _) ? "object" : null : type.ValueKind switch
    {
        JsonValueKind.String => type.GetString(),
        JsonValueKind.Array when type.GetArrayLength() > 0 => type[0].GetString(),
        _ => null,
    };

    private static string Fitted(string text, JsonElement schema)
    {
        while (text.Length < (Number(schema, "minLength") ?? 0))
            text += text;
        return Number(schema, "maxLength") is { } most && most < text.Length ? text[..(int)most] : text;
    }

    private static double? Number(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
