using System.Text;

namespace DialInsight.Storage.Sqlite;

/// <summary>
/// A value of an indexed field as it is kept. "No value" is kept as minus infinity, which sorts before every number and every
/// text: an order with gaps stays one range of one index, and a cursor is one comparison, with no three-valued logic anywhere.
/// </summary>
internal readonly record struct SqliteValue
{
    private SqliteValue(SqliteKind kind) => Kind = kind;

    /// <summary>The value that stands for null.</summary>
    public static SqliteValue None { get; } = Of(double.NegativeInfinity);

    /// <summary>Which of the following holds the value.</summary>
    public SqliteKind Kind { get; }

    /// <summary>An integer.</summary>
    public long Integer { get; private init; }

    /// <summary>A floating point number.</summary>
    public double Real { get; private init; }

    /// <summary>A text as UTF-8, or a blob.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>Whether this stands for null.</summary>
    public bool IsNone => Kind == SqliteKind.Real && double.IsNegativeInfinity(Real);

    /// <summary>The kept value outside SQLite: <see cref="FieldValue"/>. A boolean is one of two words.</summary>
    public object? Plain => Kind switch
    {
        _ when IsNone => null,
        SqliteKind.Integer => Integer,
        SqliteKind.Real => Real,
        _ => Encoding.UTF8.GetString(Bytes.Span),
    };

    /// <summary>An integer.</summary>
    public static SqliteValue Of(long value) => new(SqliteKind.Integer) { Integer = value };

    /// <summary>A floating point number.</summary>
    public static SqliteValue Of(double value) => new(SqliteKind.Real) { Real = value };

    /// <summary>A text.</summary>
    public static SqliteValue Of(string value) => Text(Encoding.UTF8.GetBytes(value));

    /// <summary>A text that is UTF-8 already.</summary>
    public static SqliteValue Text(ReadOnlyMemory<byte> utf8) => new(SqliteKind.Text) { Bytes = utf8 };

    /// <summary>Bytes.</summary>
    public static SqliteValue Blob(ReadOnlyMemory<byte> bytes) => new(SqliteKind.Blob) { Bytes = bytes };

    /// <summary>The kept form of a field's value; <paramref name="field"/> is for the message.</summary>
    /// <exception cref="ArgumentException">The value's type is none that a field may have.</exception>
    public static SqliteValue From(object? value, string field) => FieldValue.Of(value, field) switch
    {
        string text => Of(text),
        long number => Of(number),
        double number => Of(number),
        // As words, which sort as the values do and read the same in counts.
        bool flag => Of(FieldValue.Text(flag)),
        _ => None,
    };
}

/// <summary>SQLite's storage classes, null apart.</summary>
internal enum SqliteKind : byte
{
    /// <summary>A 64-bit integer.</summary>
    Integer,

    /// <summary>A double.</summary>
    Real,

    /// <summary>UTF-8.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Blob,
}
