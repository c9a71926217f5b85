using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MongoDB.Bson;

namespace DialInsight.Storage.MongoDB;

/// <summary>
/// A document as the server keeps it: <c>_id</c>, <c>_version</c>, each declared field, and the whole as JSON in <c>_body</c>. The body is
/// a string: the same JSON as SQLite's, legible in any shell, with none of the limits that BSON sets to names, nesting and numbers.
/// </summary>
internal static class StoredDocument
{
    public const string Id = "_id";
    public const string Version = "_version";
    public const string Body = "_body";

    // A BSON document holds 16 MiB; some of it is for the fields.
    private const int MaximumBodyBytes = (16 << 20) - (256 << 10);

    /// <summary>Where a field of the port is kept.</summary>
    public static string NameOf(string field) => field == "id" ? Id : field;

    /// <summary>Everything that a write sets: fields and body, without id and version.</summary>
    /// <exception cref="ArgumentException">The document is larger than the server takes.</exception>
    public static BsonDocument Content<TDocument>(CollectionDefinition<TDocument> definition, TDocument document, JsonTypeInfo<TDocument> json)
        where TDocument : class
    {
        string body = JsonSerializer.Serialize(document, json);
        if (body.Length > MaximumBodyBytes / 3 && Encoding.UTF8.GetByteCount(body) > MaximumBodyBytes)
            throw new ArgumentException($"Document '{definition.Id(document)}' of collection '{definition.Name}' is larger than the {MaximumBodyBytes} bytes that MongoDB keeps.");
        BsonDocument content = Fields(definition, document, definition.Fields);
        content.Add(Body, body);
        return content;
    }

    /// <summary>The values of some of the declared fields.</summary>
    public static BsonDocument Fields<TDocument>(
        CollectionDefinition<TDocument> definition, TDocument document, IEnumerable<IndexedField<TDocument>> fields)
        where TDocument : class => new(fields.Select(field => new BsonElement(field.Name, BsonField.From(field.Value(document), field.Name))));

    /// <summary>The document that was kept.</summary>
    /// <exception cref="InvalidDataException">The body is not this type's JSON. The message names the document, not its content.</exception>
    public static Versioned<TDocument> Decode<TDocument>(BsonDocument stored, string collection, JsonTypeInfo<TDocument> json)
        where TDocument : class =>
        Read(stored, json) is { } document && stored.GetValue(Version, BsonNull.Value) is BsonInt64 version
            ? new Versioned<TDocument>(document, version.Value)
            : throw new InvalidDataException(
                $"Document '{stored[Id]}' of collection '{collection}' cannot be read: its body is not the JSON of a {typeof(TDocument).Name}.");

    /// <summary>The document in the body, or null where it cannot be read.</summary>
    public static TDocument? Read<TDocument>(BsonDocument stored, JsonTypeInfo<TDocument> json)
        where TDocument : class
    {
        try
        {
            return stored.GetValue(Body, BsonNull.Value) is BsonString body ? JsonSerializer.Deserialize(body.Value, json) : null;
        }
        catch (JsonException)
        {
            // Its message may quote the document.
            return null;
        }
    }
}
