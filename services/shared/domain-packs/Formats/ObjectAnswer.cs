using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>An answer that is one JSON object. Canonical: compact, the fields in the format's order, letters unescaped.</summary>
internal static class ObjectAnswer
{
    private const int MaximumDepth = 8;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaximumDepth };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Read(OutputFormat format, string text, QuotationIndex quotations, AnswerErrors errors)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Reading);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return Canonical(format, document.RootElement, new FieldCheck(quotations, errors), errors);
        }
        catch (JsonException)
        {
            // Told below: the reader's own words would not help a model.
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair behind an escape (\ud800): no text.
        }

        errors.Add(AnswerErrorKind.NotParsable, "", errors.Words.Shape(format.Kind));
        return text;
    }

    private static string Canonical(OutputFormat format, JsonElement answer, FieldCheck check, AnswerErrors errors)
    {
        Dictionary<string, JsonElement> values = Values(format, answer, errors);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Writing))
        {
            writer.WriteStartObject();
            foreach (FormatField field in format.Fields)
            {
                writer.WritePropertyName(field.Name);
                check.Write(writer, field, values.TryGetValue(field.Name, out JsonElement value) ? value : null);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static Dictionary<string, JsonElement> Values(OutputFormat format, JsonElement answer, AnswerErrors errors)
    {
        HashSet<string> wanted = new(format.Fields.Select(field => field.Name), StringComparer.Ordinal);
        Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
        foreach (JsonProperty property in answer.EnumerateObject())
        {
            string name = property.Name.Trim();
            if (!wanted.Contains(name) || !values.TryAdd(name, property.Value))
                errors.Add(AnswerErrorKind.UnknownField, name);
        }

        return values;
    }
}
