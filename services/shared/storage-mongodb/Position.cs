using System.Buffers.Text;
using System.Security.Cryptography;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace DialInsight.Storage.MongoDB;

/// <summary>Where a reader stands in a query's order.</summary>
/// <param name="Order">The order field's value of the last document.</param>
/// <param name="Id">The last document's id.</param>
/// <param name="Seen">How many documents came so far.</param>
internal sealed record Position(BsonValue Order, BsonValue Id, int Seen)
{
    private const int SealLength = 8;

    /// <summary>The position at a document that was read.</summary>
    public static Position At(BsonDocument stored, Query query, int seen) =>
        new(stored.GetValue(StoredDocument.NameOf(query.OrderField), BsonNull.Value), stored[StoredDocument.Id], seen);

    /// <summary>The cursor: this position, sealed with the query it belongs to.</summary>
    public string ToCursor(string collection, Query query)
    {
        byte[] content = new BsonDocument { { "order", Order }, { "id", Id }, { "seen", Seen } }.ToBson();
        return Base64Url.EncodeToString([.. Seal(collection, query, content), .. content]);
    }

    /// <summary>The position in a cursor.</summary>
    /// <exception cref="ArgumentException">The cursor is not one that this query gave.</exception>
    public static Position FromCursor(string cursor, string collection, Query query)
    {
        byte[] bytes = Decode(cursor);
        if (bytes.Length <= SealLength || !bytes.AsSpan(0, SealLength).SequenceEqual(Seal(collection, query, bytes[SealLength..])))
            throw new ArgumentException("The cursor was not given by this query. Start again without a cursor.", nameof(cursor));
        BsonDocument content = BsonSerializer.Deserialize<BsonDocument>(bytes[SealLength..]);
        return new Position(content["order"], content["id"], content["seen"].AsInt32);
    }

    private static byte[] Decode(string cursor)
    {
        try
        {
            return Base64Url.DecodeFromChars(cursor);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static ReadOnlySpan<byte> Seal(string collection, Query query, byte[] content)
    {
        var conditions = new BsonArray(query.Conditions.Select(condition => new BsonArray
        {
            condition.Field,
            (int)condition.Comparison,
            new BsonArray((condition.Value as IReadOnlyCollection<object> ?? [condition.Value!]).Select(value => FieldValue.From(value, condition.Field))),
        }));
        var sealedContent = new BsonDocument
        {
            { "collection", collection },
            { "order", query.OrderField },
            { "descending", query.Descending },
            { "limit", query.Limit is { } limit ? limit : BsonNull.Value },
            { "conditions", conditions },
            { "content", content },
        };
        return SHA256.HashData(sealedContent.ToBson()).AsSpan(0, SealLength);
    }
}
