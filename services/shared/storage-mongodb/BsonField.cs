using System.Text;
using MongoDB.Bson;

namespace DialInsight.Storage.MongoDB;

/// <summary>Values of indexed fields in BSON, which sorts null first, numbers by value and strings by their bytes, as the port does.</summary>
internal static class BsonField
{
    /// <summary>The kept form of a field's value; <paramref name="field"/> is for the message.</summary>
    /// <exception cref="ArgumentException">The value's type is none that a field may have.</exception>
    public static BsonValue From(object? value, string field) => FieldValue.Of(value, field) switch
    {
        string text => new BsonString(WellFormed(text)),
        long number => new BsonInt64(number),
        double number => new BsonDouble(number),
        bool flag => (BsonBoolean)flag,
        _ => BsonNull.Value,
    };

    /// <summary>The value that was kept; a field that a document lacks is null.</summary>
    public static object? Plain(BsonValue value) => value switch
    {
        BsonString text => text.Value,
        BsonInt64 number => number.Value,
        BsonDouble number => number.Value,
        BsonBoolean flag => flag.Value,
        _ => null,
    };

    // The driver refuses half a surrogate pair; JSON, and so the body, replaces it.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
