using System.Globalization;
using System.Text.RegularExpressions;

namespace DialInsight.Conversations.Parsing;

/// <summary>Times as sources write them, brought to an offset <c>hh:mm:ss</c> or an ISO 8601 instant. What is neither stays as it is.</summary>
internal static partial class TurnTime
{
    /// <summary>A day and the time of it, or the time alone, with or without half of the day, for line formats.</summary>
    public const string Pattern = @"(?:" + DayPattern + @"[ T,]{1,2})?" + ClockPattern;

    /// <summary>A day: <c>2026-05-01</c>, <c>2026年5月1日</c>, <c>1.5.2026</c>, <c>5/1/26</c>.</summary>
    public const string DayPattern = @"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))";

    /// <summary>A time of a day, or an offset.</summary>
    public const string ClockPattern = @"(?:(?:上午|下午|晚上|凌晨|早上|中午)\s?)?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:Z|[+-]\d{2}:\d{2})?";

    // Above this a number counts seconds since 1970, and above the next milliseconds.
    private const double Epoch = 100_000_000, EpochMilliseconds = 100_000_000_000;

    /// <summary>The offset of a number of seconds, or the instant where it counts from 1970.</summary>
    public static string? OfSeconds(double seconds)
    {
        if (!double.IsFinite(seconds) || seconds < 0 || seconds > 253_402_300_799_000)
            return null;
        if (seconds >= Epoch)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds >= EpochMilliseconds ? seconds : seconds * 1000))
                .ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
        }

        long milliseconds = (long)Math.Round(seconds * 1000);
        string fraction = milliseconds % 1000 == 0 ? "" : $".{milliseconds % 1000:000}";
        return $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}{fraction}";
    }

    /// <summary>A time as it is written.</summary>
    /// <param name="text">The time.</param>
    /// <param name="ofDay">Whether <c>12:18</c> is a time of day; an offset of minutes and seconds otherwise.</param>
    public static string? Of(string? text, bool ofDay = false)
    {
        string time = text?.Trim() ?? "";
        if (time.Length is 0 or > ParsingLimits.KeyCharacters)
            return null;
        if (double.TryParse(time, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
            return OfSeconds(seconds);

        Match match = Parts().Match(time);
        if (!match.Success)
            return time;
        bool hasDay = match.Groups["day"].Success;
        string? clock = Clock(match, hasDay || ofDay);
        return clock is null ? time : !hasDay ? clock : Day(match.Groups["day"].Value) is { } day ? $"{day}T{clock}{match.Groups["zone"].Value}" : time;
    }

    private static string? Clock(Match match, bool ofDay)
    {
        int first = Number(match.Groups["first"]), second = Number(match.Groups["second"]);
        int third = match.Groups["third"] is { Success: true } last ? Number(last) : -1;
        (int hours, int minutes, int seconds) = third >= 0 ? (first, second, third) : ofDay || HasHalf(match) ? (first, second, 0) : (first / 60, first % 60, second);
        if (minutes > 59 || seconds > 59 || (ofDay && hours > 23))
            return null;

        string half = match.Groups["half"].Value;
        bool afternoon = half is "下午" or "晚上" || half.StartsWith("p", StringComparison.OrdinalIgnoreCase) || (half == "中午" && hours < 11);
        if (hours < 12 && afternoon)
            hours += 12;
        else if (hours == 12 && (half == "凌晨" || half.StartsWith("a", StringComparison.OrdinalIgnoreCase)))
            hours = 0;
        string fraction = match.Groups["fraction"] is { Success: true } digits ? $".{digits.Value.PadRight(3, '0')}" : "";
        return $"{hours:00}:{minutes:00}:{seconds:00}{fraction}";
    }

    private static bool HasHalf(Match match) => match.Groups["half"].Success;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The day in ISO's order; null where it cannot be told which number is the month.</summary>
    private static string? Day(string text)
    {
        int[] parts = [.. Digits().Matches(text).Select(part => int.Parse(part.ValueSpan, CultureInfo.InvariantCulture))];
        (int year, int month, int day) = parts[0] > 999 ? (parts[0], parts[1], parts[2])
            : text.Contains('.', StringComparison.Ordinal) || parts[0] > 12 ? (parts[2], parts[1], parts[0])
            : parts[1] > 12 || parts[0] == parts[1] ? (parts[2], parts[0], parts[1])
            : (0, 0, 0);
        year += year is > 0 and < 100 ? 2000 : 0;
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? $"{year:0000}-{month:00}-{day:00}" : null;
    }

    [GeneratedRegex(
        @"^(?:(?<day>" + DayPattern + @")[ T,]{1,2})?(?:(?<half>上午|下午|晚上|凌晨|早上|中午)\s?)?"
        + @"(?<first>\d{1,3}):(?<second>\d{2})(?::(?<third>\d{2}))?(?:[.,](?<fraction>\d{1,3}))?(?:\s?(?<half>[AaPp])\.?[Mm]\.?)?(?<zone>Z|[+-]\d{2}:\d{2})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
