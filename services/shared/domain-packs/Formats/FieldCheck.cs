using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>Holds a field's JSON value to the field, and writes it in its canonical form.</summary>
internal sealed class FieldCheck(QuotationIndex quotations, AnswerErrors errors)
{
    /// <summary>Writes the value, or null where it is none or not fit; then there is an error unless it may be null.</summary>
    public void Write(Utf8JsonWriter writer, FormatField field, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } given)
        {
            if (field.Required)
                errors.Add(AnswerErrorKind.MissingField, field.Name);
            writer.WriteNullValue();
        }
        else if (!TryWrite(writer, field, given))
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>A text that fits the field, trimmed, or null.</summary>
    public string? Text(FormatField field, string value)
    {
        string text = value.Trim();
        if (text.Length == 0)
        {
            if (field.Required)
                errors.Add(AnswerErrorKind.Empty, field.Name);
            return null;
        }

        if (field.Type == FormatFieldType.Choice && !field.Choices.Contains(text, StringComparer.Ordinal))
            errors.Add(AnswerErrorKind.NotAChoice, field.Name, text);
        if (field.Quotation && !quotations.Holds(text))
            errors.Add(AnswerErrorKind.QuotationNotFound, field.Name, text);
        return text;
    }

    /// <summary>Tells that a value is of another type.</summary>
    public void WrongType(FormatField field) => errors.Add(AnswerErrorKind.WrongType, field.Name, errors.Words.Type(field.Type));

    private bool TryWrite(Utf8JsonWriter writer, FormatField field, JsonElement value)
    {
        switch (field.Type, value.ValueKind)
        {
            case (FormatFieldType.Text or FormatFieldType.Choice, JsonValueKind.String):
                writer.WriteStringValue(Text(field, value.GetString()!));
                return true;
            case (FormatFieldType.Boolean, JsonValueKind.True or JsonValueKind.False):
                writer.WriteBooleanValue(value.GetBoolean());
                return true;
            case (FormatFieldType.Number, JsonValueKind.Number):
                return TryWriteNumber(writer, field, value);
            case (FormatFieldType.TextList, JsonValueKind.Array):
                WriteList(writer, field, value);
                return true;
            default:
                WrongType(field);
                return false;
        }
    }

    private bool TryWriteNumber(Utf8JsonWriter writer, FormatField field, JsonElement value)
    {
        if (value.TryGetDecimal(out decimal exact))
            writer.WriteNumberValue(exact);
        else if (value.TryGetDouble(out double rounded) && double.IsFinite(rounded))
            writer.WriteNumberValue(rounded);
        else
        {
            WrongType(field);
            return false;
        }

        return true;
    }

    private void WriteList(Utf8JsonWriter writer, FormatField field, JsonElement value)
    {
        int entries = 0;
        writer.WriteStartArray();
        foreach (JsonElement entry in value.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.String)
            {
                WrongType(field);
                break;
            }

            if (entry.GetString()!.Trim().Length > 0 && Text(field, entry.GetString()!) is { } text)
            {
                writer.WriteStringValue(text);
                entries++;
            }
        }

        writer.WriteEndArray();
        if (entries == 0 && field.Required)
            errors.Add(AnswerErrorKind.Empty, field.Name);
    }
}
