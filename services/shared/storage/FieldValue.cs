using System.Globalization;

namespace DialInsight.Storage;

/// <summary>What adapters keep of an indexed field: null, a string, a long, a double or a bool.</summary>
internal static class FieldValue
{
    // Sorts as the times do, to the last tick: no store's own time is as fine.
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>The kept form of a field's value; <paramref name="field"/> is for the message.</summary>
    /// <exception cref="ArgumentException">The value's type is none that a field may have.</exception>
    public static object? Of(object? value, string field) => value switch
    {
        null or string or long or bool => value,
        int number => (long)number,
        double number => double.IsNaN(number) ? null : value,
        DateTimeOffset time => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        Enum constant => constant.ToString(),
        _ => throw new ArgumentException(
            $"Field '{field}' has a value of type {value.GetType().Name}; a field is a string, long, int, double, bool, DateTimeOffset or enum."),
    };

    /// <summary>The text form of a kept value, which counts are keyed by.</summary>
    public static string Text(object? kept) => kept switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => "",
    };
}
