using System.Globalization;
using System.Text;
using MongoDB.Bson;

namespace DialInsight.Storage.MongoDB;

/// <summary>A value of an indexed field as it is kept. BSON sorts null first, numbers by value and strings by their bytes, as the port does.</summary>
internal static class FieldValue
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>The kept form of a field's value; <paramref name="field"/> is for the message.</summary>
    /// <exception cref="ArgumentException">The value's type is none that a field may have.</exception>
    public static BsonValue From(object? value, string field) => value switch
    {
        null => BsonNull.Value,
        string text => new BsonString(WellFormed(text)),
        long number => new BsonInt64(number),
        int number => new BsonInt64(number),
        double number => double.IsNaN(number) ? BsonNull.Value : new BsonDouble(number),
        bool flag => (BsonBoolean)flag,
        // BSON's own time ends at milliseconds.
        DateTimeOffset time => new BsonString(time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)),
        Enum constant => new BsonString(constant.ToString()),
        _ => throw new ArgumentException(
            $"Field '{field}' has a value of type {value.GetType().Name}; a field is a string, long, int, double, bool, DateTimeOffset or enum."),
    };

    /// <summary>The text form that counts are keyed by; a field that a document lacks is null.</summary>
    public static string Text(BsonValue value) => value switch
    {
        BsonString text => text.Value,
        BsonInt32 number => number.Value.ToString(CultureInfo.InvariantCulture),
        BsonInt64 number => number.Value.ToString(CultureInfo.InvariantCulture),
        BsonDouble number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        BsonBoolean flag => flag.Value ? "true" : "false",
        _ => "",
    };

    // The driver refuses half a surrogate pair; JSON, and so the body, replaces it.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
