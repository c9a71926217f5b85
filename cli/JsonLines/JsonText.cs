using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DialInsight.Cli.JsonLines;

/// <summary>
/// Reads strings out of JSON objects unit by unit: an escape of half a surrogate pair, which is valid JSON, is kept as that half where
/// System.Text.Json would refuse the string.
/// </summary>
internal static class JsonText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The string property <paramref name="name"/> of the object that is the whole of <paramref name="json"/>; of several the last.</summary>
    /// <exception cref="JsonException">It is no such object; the message says what is wrong and holds none of the text.</exception>
    public static ReadOnlyMemory<char> Property(ReadOnlySpan<byte> json, string name)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            return Property(ref reader, name);
        }
        catch (DecoderFallbackException)
        {
            throw new JsonException("the text is not valid UTF-8");
        }
        catch (JsonException exception) when (exception.BytePositionInLine is { } position)
        {
            throw new JsonException($"not valid JSON at byte {position}");
        }
    }

    /// <summary>The value of a property as its bytes stand in the JSON; of several the first, empty where there is none. The JSON has been read before.</summary>
    public static ReadOnlySpan<byte> RawProperty(ReadOnlySpan<byte> json, string name)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool wanted = Unescape(reader.ValueSpan).Span.SequenceEqual(name);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (wanted)
                return json[start..(int)reader.BytesConsumed];
        }

        return [];
    }

    private static ReadOnlyMemory<char> Property(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"expected an object with a \"{name}\"");
        ReadOnlyMemory<char>? text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool wanted = Unescape(reader.ValueSpan).Span.SequenceEqual(name);
            reader.Read();
            if (!wanted)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException($"\"{name}\" is not a string");
            text = Unescape(reader.ValueSpan);
        }

        // Only reading on finds what stands behind the object.
        while (reader.Read()) { }
        return text ?? throw new JsonException($"the object has no \"{name}\"");
    }

    private static ReadOnlyMemory<char> Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = new char[escaped.Length];
        int length = 0;
        while (!escaped.IsEmpty)
        {
            int plain = escaped.IndexOf((byte)'\\');
            if (plain < 0)
                plain = escaped.Length;
            length += StrictUtf8.GetChars(escaped[..plain], text.AsSpan(length));
            escaped = escaped[plain..];
            if (!escaped.IsEmpty)
                text[length++] = TakeEscape(ref escaped);
        }

        return text.AsMemory(0, length);
    }

    /// <summary>The unit that the escape at the start stands for; the reader has made sure that it is one.</summary>
    private static char TakeEscape(ref ReadOnlySpan<byte> escaped)
    {
        byte kind = escaped[1];
        if (kind == 'u')
        {
            char unit = (char)ushort.Parse(escaped.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            escaped = escaped[6..];
            return unit;
        }

        escaped = escaped[2..];
        return kind switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => (char)kind,
        };
    }
}
