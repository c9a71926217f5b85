using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DialInsight.Storage;

/// <summary>Where a reader stands in a query's order.</summary>
/// <param name="Order">The order field's value of the last document, as it is kept: <see cref="FieldValue"/>.</param>
/// <param name="Id">The last document's id.</param>
/// <param name="Seen">How many documents came so far.</param>
internal sealed record Position(object? Order, string Id, int Seen)
{
    private const int SealLength = 8;

    /// <summary>The cursor: this position, sealed with the query it belongs to.</summary>
    public string ToCursor(string collection, Query query)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(Seen);
        writer.Write(Id);
        Write(writer, Order);
        byte[] content = buffer.ToArray();
        return Base64Url.EncodeToString([.. Seal(collection, query, content), .. content]);
    }

    /// <summary>The position in a cursor.</summary>
    /// <exception cref="ArgumentException">The cursor is not one that this query gave.</exception>
    public static Position FromCursor(string cursor, string collection, Query query)
    {
        byte[] bytes = Decode(cursor);
        if (bytes.Length <= SealLength || !bytes.AsSpan(0, SealLength).SequenceEqual(Seal(collection, query, bytes.AsSpan(SealLength))))
            throw new ArgumentException("The cursor was not given by this query. Start again without a cursor.", nameof(cursor));
        using var reader = new BinaryReader(new MemoryStream(bytes, SealLength, bytes.Length - SealLength));
        int seen = reader.ReadInt32();
        string id = reader.ReadString();
        return new Position(Read(reader), id, seen);
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

    private static ReadOnlySpan<byte> Seal(string collection, Query query, ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder(collection).Append('\n').Append(query.OrderField).Append(query.Descending).Append(query.Limit);
        foreach (Condition condition in query.Conditions)
        {
            text.Append('\n').Append(condition.Field).Append(condition.Comparison);
            foreach (object? value in condition.Value as IReadOnlyCollection<object> ?? [condition.Value!])
                text.Append('\0').Append(FieldValue.Text(FieldValue.Of(value, condition.Field)));
        }

        return SHA256.HashData([.. Encoding.UTF8.GetBytes(text.ToString()), .. content]).AsSpan(0, SealLength);
    }

    private static void Write(BinaryWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.Write('s');
                writer.Write(text);
                break;
            case long number:
                writer.Write('l');
                writer.Write(number);
                break;
            case double number:
                writer.Write('d');
                writer.Write(number);
                break;
            case bool flag:
                writer.Write('b');
                writer.Write(flag);
                break;
            default:
                writer.Write('n');
                break;
        }
    }

    private static object? Read(BinaryReader reader) => reader.ReadChar() switch
    {
        's' => reader.ReadString(),
        'l' => reader.ReadInt64(),
        'd' => reader.ReadDouble(),
        'b' => reader.ReadBoolean(),
        _ => null,
    };
}
