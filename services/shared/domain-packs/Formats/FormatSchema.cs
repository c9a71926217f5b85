using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>The JSON schema of a format, in the strict subset that structured output understands.</summary>
public static class FormatSchema
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The schema of an object: every field is required and nothing else is allowed; a field that need not be there may be null.
    /// Null for lists, tables and free text, which are not JSON.
    /// </summary>
    public static string? Json(OutputFormat format)
    {
        if (format.Kind != OutputFormatKind.Object)
            return null;
        ArrayBufferWriter<byte> buffer = new(2048);
        using (Utf8JsonWriter writer = new(buffer, Options))
            Write(writer, format.Fields);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<FormatField> fields)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (FormatField field in fields)
            Write(writer, field);
        writer.WriteEndObject();
        writer.WriteStartArray("required");
        foreach (FormatField field in fields)
            writer.WriteStringValue(field.Name);
        writer.WriteEndArray();
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FormatField field)
    {
        writer.WriteStartObject(field.Name);
        WriteType(writer, field);
        if (field.Type == FormatFieldType.Choice)
            WriteChoices(writer, field);
        if (field.Type == FormatFieldType.TextList)
        {
            writer.WriteStartObject("items");
            writer.WriteString("type", "string");
            writer.WriteEndObject();
        }

        if (field.Description.Length > 0)
            writer.WriteString("description", field.Description);
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, FormatField field)
    {
        string type = field.Type switch
        {
            FormatFieldType.Number => "number",
            FormatFieldType.Boolean => "boolean",
            FormatFieldType.TextList => "array",
            _ => "string",
        };
        if (field.Required)
        {
            writer.WriteString("type", type);
            return;
        }

        writer.WriteStartArray("type");
        writer.WriteStringValue(type);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    private static void WriteChoices(Utf8JsonWriter writer, FormatField field)
    {
        writer.WriteStartArray("enum");
        foreach (string choice in field.Choices)
            writer.WriteStringValue(choice);
        if (!field.Required)
            writer.WriteNullValue();
        writer.WriteEndArray();
    }
}
