using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DialInsight.Storage.Sqlite;

/// <summary>Documents to columns and back.</summary>
internal static class RowEncoding
{
    /// <summary>The parameters id, body, fields of a write. Encoded by the caller, so that the writer only writes.</summary>
    public static SqliteValue[] Encode<TDocument>(CollectionDefinition<TDocument> definition, TDocument document, JsonTypeInfo<TDocument> json)
        where TDocument : class =>
        [
            SqliteValue.Of(StorageRules.IdOf(definition, document)),
            SqliteValue.Blob(JsonSerializer.SerializeToUtf8Bytes(document, json)),
            .. Fields(definition, document),
        ];

    /// <summary>The values of the declared fields, in the definition's order.</summary>
    public static IEnumerable<SqliteValue> Fields<TDocument>(CollectionDefinition<TDocument> definition, TDocument document)
        where TDocument : class => definition.Fields.Select(field => SqliteValue.From(field.Value(document), field.Name));

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
