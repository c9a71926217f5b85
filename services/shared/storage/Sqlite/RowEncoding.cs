using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DialInsight.Storage.Sqlite;

/// <summary>Documents to columns and back.</summary>
internal static class RowEncoding
{
    /// <summary>The parameters id, body, fields of a write, and what it takes behind them. Encoded by the caller, so that the writer only writes.</summary>
    public static SqliteValue[] Encode<TDocument>(
        CollectionDefinition<TDocument> definition, TDocument document, JsonTypeInfo<TDocument> json, params ReadOnlySpan<SqliteValue> behind)
        where TDocument : class
    {
        var row = new SqliteValue[2 + definition.Fields.Count + behind.Length];
        row[0] = SqliteValue.Of(StorageRules.IdOf(definition, document));
        row[1] = SqliteValue.Blob(JsonSerializer.SerializeToUtf8Bytes(document, json));
        WriteFields(definition, document, row.AsSpan(2));
        behind.CopyTo(row.AsSpan(2 + definition.Fields.Count));
        return row;
    }

    /// <summary>Writes the values of the declared fields, in the definition's order.</summary>
    public static void WriteFields<TDocument>(CollectionDefinition<TDocument> definition, TDocument document, Span<SqliteValue> values)
        where TDocument : class
    {
        for (int index = 0; index < definition.Fields.Count; index++)
            values[index] = SqliteValue.From(definition.Fields[index].Value(document), definition.Fields[index].Name);
    }

    /// <summary>The document in the statement's columns 0 to 2: id, version, body.</summary>
    /// <exception cref="InvalidDataException">The body is not this type's JSON. The message names the document, not its content.</exception>
    public static Versioned<TDocument> Decode<TDocument>(SqliteStatement statement, string collection, JsonTypeInfo<TDocument> json)
        where TDocument : class
    {
        try
        {
            if (JsonSerializer.Deserialize(statement.Bytes(2), json) is { } document)
                return new Versioned<TDocument>(document, statement.Integer(1));
        }
        catch (JsonException)
        {
            // Its message may quote the document.
        }

        throw new InvalidDataException(
            $"Document '{statement.Text(0)}' of collection '{collection}' cannot be read: its body is not the JSON of a {typeof(TDocument).Name}.");
    }
}
