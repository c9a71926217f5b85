using System.Text.Json;
using DialInsight.Ingest.Parsing.Encodings;

namespace DialInsight.Ingest.Parsing.Json;

/// <summary>What a JSON document is, by how it begins.</summary>
internal static class RootShape
{
    public static bool IsArray(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = Utf8Bom.Skip(start).TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] == (byte)'[';
    }

    /// <summary>
    /// Whether it is an object whose values, as far as can be seen, are objects with a list in them: conversations by their ids. A conversation
    /// itself has its turns as a list, or something that is no object.
    /// </summary>
    public static bool IsObjectOfConversations(ReadOnlySpan<byte> start)
    {
        var reader = new Utf8JsonReader(Utf8Bom.Skip(start), isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = IngestLimits.JsonDepth }));
        bool hasList = false;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.EndObject))
                    return false;
                hasList |= reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.StartArray;
            }
        }
        catch (JsonException)
        {
            // What is broken further on is told where it is read.
        }

        return hasList;
    }
}
