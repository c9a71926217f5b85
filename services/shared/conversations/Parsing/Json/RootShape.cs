using System.Text.Json;
using DialInsight.Conversations.Parsing.Encodings;

namespace DialInsight.Conversations.Parsing.Json;

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
    /// <param name="start">The first bytes.</param>
    /// <param name="context">The request. An object that begins with a name under which a mapping looks for a document's conversations is such a document.</param>
    public static bool IsObjectOfConversations(ReadOnlySpan<byte> start, ParseContext context)
    {
        var reader = new Utf8JsonReader(Utf8Bom.Skip(start), isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = context.Limits.JsonDepth }));
        (int entries, bool hasList, bool hasDeepList) = (0, false, false);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.EndObject))
                    return false;
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && entries++ == 0 && Names(reader, context.Wrappers))
                    return false;
                hasList |= reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.StartArray;
                hasDeepList |= reader.CurrentDepth > 2 && reader.TokenType == JsonTokenType.StartArray;
            }
        }
        catch (JsonException)
        {
            // What is broken further on is told where it is read.
        }

        return hasList || (hasDeepList && entries > 1);
    }

    private static bool Names(in Utf8JsonReader reader, IReadOnlyCollection<string> names)
    {
        foreach (string name in names)
        {
            if (reader.ValueTextEquals(name))
                return true;
        }

        return false;
    }
}
