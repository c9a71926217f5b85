using System.Globalization;

namespace DialInsight.Hosting.Facts;

/// <summary>The text form of a write's place in its writer's sequence. Ordinal order is the order of writing.</summary>
internal static class RecordedStamp
{
    /// <summary>The highest number that a stamp can hold.</summary>
    public const long Last = 999_999_999_999;

    /// <summary><c>writer/000000000123</c>.</summary>
    public static string Of(string writer, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{writer}/{sequence:D12}");

    /// <summary>The number in a stamp; 0 when it is none.</summary>
    public static long Sequence(string? stamp) =>
        stamp is not null && long.TryParse(stamp.AsSpan(stamp.IndexOf('/', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            ? sequence
            : 0;
}
