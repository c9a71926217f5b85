using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DialInsight.Storage.Sqlite;

/// <summary>Where a reader stands in a query's order.</summary>
/// <param name="Order">The order field's value of the last document.</param>
/// <param name="Id">The last document's id.</param>
/// <param name="Seen">How many documents came so far.</param>
internal sealed record Position(SqliteValue Order, SqliteValue Id, int Seen)
{
    private const int SealLength = 8;

    /// <summary>The cursor: this position, sealed with the query it belongs to.</summary>
    public string ToCursor(string collection, Query query)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(Seen);
        Write(writer, Order);
        Write(writer, Id);
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
        return new Position(Read(reader), Read(reader), seen);
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
                text.Append('\0').Append(SqliteValue.From(value, condition.Field));
        }

        return SHA256.HashData([.. Encoding.UTF8.GetBytes(text.ToString()), .. content]).AsSpan(0, SealLength);
    }

    private static void Write(BinaryWriter writer, SqliteValue value)
    {
        writer.Write((byte)value.Kind);
        switch (value.Kind)
        {
            case SqliteKind.Integer:
                writer.Write(value.Integer);
                break;
            case SqliteKind.Real:
                writer.Write(value.Real);
                break;
            default:
                writer.Write(value.Bytes.Length);
                writer.Write(value.Bytes.Span);
                break;
        }
    }

    private static SqliteValue Read(BinaryReader reader) => (SqliteKind)reader.ReadByte() switch
    {
        SqliteKind.Integer => SqliteValue.Of(reader.ReadInt64()),
        SqliteKind.Real => SqliteValue.Of(reader.ReadDouble()),
        _ => SqliteValue.Text(reader.ReadBytes(reader.ReadInt32())),
    };
}
