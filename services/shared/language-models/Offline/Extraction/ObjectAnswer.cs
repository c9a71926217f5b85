using System.Buffers;
using System.Text;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Offline.Labels;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>Fills the fields of an object. Choices come first, so that the fields that give reasons can name what decided them.</summary>
internal static class ObjectAnswer
{
    /// <summary>The object as JSON, its fields in the format's order.</summary>
    public static string Write(LabelWork work)
    {
        IReadOnlyList<FormatField> fields = work.Format.Fields;
        object?[] values = new object?[fields.Count];
        for (int rank = 0; rank <= 2; rank++)
        {
            for (int index = 0; index < fields.Count; index++)
            {
                if (Rank(fields[index]) == rank)
                    values[index] = FieldValue.Of(work, fields[index]);
            }
        }

        return Json(fields, values);
    }

    /// <summary>Choices decide, plain fields follow, and texts that retell the whole come last so that they do not take the others' sentences.</summary>
    private static int Rank(FormatField field) => field.Type == FormatFieldType.Choice ? 0
        : FieldMeaning.Of(field).Purpose is FieldPurpose.Summary or FieldPurpose.Reply ? 2 : 1;

    private static string Json(IReadOnlyList<FormatField> fields, object?[] values)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, JsonWriting.Options))
        {
            writer.WriteStartObject();
            for (int index = 0; index < fields.Count; index++)
            {
                writer.WritePropertyName(fields[index].Name);
                Write(writer, values[index]);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case IReadOnlyList<string> texts:
                writer.WriteStartArray();
                foreach (string text in texts)
                    writer.WriteStringValue(text);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
