using System.Text.Json;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>Reads the conversations of one JSON value: usually it is one; a mapping may say that it holds many.</summary>
internal static class JsonRecords
{
    /// <summary>The records of a value.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="isEntry">Whether it is an object with one conversation under its id.</param>
    /// <param name="line">The line it begins on.</param>
    /// <param name="file">The file it is in.</param>
    /// <param name="context">The request.</param>
    public static IEnumerable<ParsedRecord> Read(ReadOnlyMemory<byte> json, bool isEntry, int line, string? file, ParseContext context)
    {
        JsonDocument? document = null;
        ParsedRecord? refused = null;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = context.Limits.JsonDepth });
        }
        catch (JsonException exception)
        {
            refused = ParsedRecord.Refused(context.Next(file, line), JsonKinds.Reason(exception, context.Limits));
        }

        if (document is null)
        {
            yield return refused!;
            yield break;
        }

        using (document)
        {
            foreach ((JsonElement record, string? key, FieldMapping? mapping) in Conversations(document.RootElement, isEntry, context))
                yield return Read(record, key, mapping, context.Next(file, line), context.Limits);
        }
    }

    private static IEnumerable<(JsonElement Record, string? Key, FieldMapping? Mapping)> Conversations(JsonElement root, bool isEntry, ParseContext context)
    {
        if (isEntry)
            return root.EnumerateObject().Select(entry => (entry.Value, Safe(() => entry.Name), MappingOf(entry.Value, context)));

        FieldMapping? mapping = MappingOf(root, context);
        return mapping?.Conversations?.Find(root) switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(record => (record, (string?)null, (FieldMapping?)mapping)),
            { ValueKind: JsonValueKind.Object } byId => byId.EnumerateObject().Select(entry => (entry.Value, Safe(() => entry.Name), (FieldMapping?)mapping)),
            _ => [(root, null, mapping)],
        };
    }

    private static FieldMapping? MappingOf(JsonElement record, ParseContext context) =>
        context.Mapping ?? Safe(() => context.Mappings.FirstOrDefault(mapping => mapping.Fits(record)));

    private static ParsedRecord Read(JsonElement record, string? key, FieldMapping? mapping, RecordPosition position, ParsingLimits limits)
    {
        try
        {
            return ParsedRecord.Of(position, mapping is null ? JsonConversation.Read(record, key, limits) : MappedConversation.Read(record, key, mapping, limits));
        }
        catch (RecordRefusedException refused)
        {
            return ParsedRecord.Refused(position, refused.Message);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json's word for a string that is not valid Unicode.
            return ParsedRecord.Refused(position, "a text is not valid Unicode: save the file as UTF-8");
        }
    }

    // A name that is no Unicode fits no mapping; the reading that follows tells of it.
    private static T? Safe<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
