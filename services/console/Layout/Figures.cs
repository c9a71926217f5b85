using System.Globalization;

namespace DialInsight.WebConsole.Layout;

/// <summary>Numbers, times and lengths as people read them.</summary>
internal static class Figures
{
    /// <summary>A count with its thousands apart.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A measure: three decimals at most, large ones without.</summary>
    public static string Measure(double value) =>
        Math.Abs(value) >= 1000 ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture);

    /// <summary>Money with up to four decimals.</summary>
    public static string Money(decimal amount, string? currency) => $"{amount.ToString("#,0.00##", CultureInfo.InvariantCulture)} {currency}".TrimEnd();

    /// <summary>A number as a field holds it.</summary>
    public static string Plain(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A time in UTC, as a machine reads it.</summary>
    public static string Machine(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time in UTC, as a person reads it until the script puts it into local time.</summary>
    public static string Person(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A number for an attribute of a drawing.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>About how long.</summary>
    public static string Length(double seconds, Visit visit)
    {
        var length = TimeSpan.FromSeconds(Math.Ceiling(seconds));
        return length switch
        {
            { TotalMinutes: < 1 } => $"{length.Seconds} {visit["s", "秒"]}",
            { TotalHours: < 1 } => $"{(int)length.TotalMinutes} {visit["min", "分"]} {length.Seconds} {visit["s", "秒"]}",
            _ => $"{(int)length.TotalHours} {visit["h", "小时"]} {length.Minutes} {visit["min", "分"]}",
        };
    }

    /// <summary>The first characters of an id: enough to tell it from others on the page.</summary>
    public static string Short(string id) => id.Length > 12 ? $"{id[..10]}…" : id;
}
