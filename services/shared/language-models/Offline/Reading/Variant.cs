namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Choices that look free and are not: the same text and draw choose the same variant on every machine.</summary>
internal static class Variant
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>A hash of a text and a draw (FNV-1a, finished by a multiplicative mix so that near draws part).</summary>
    public static ulong Hash(ReadOnlySpan<char> text, int draw = 0)
    {
        ulong hash = Offset;
        foreach (char character in text)
            hash = (hash ^ character) * Prime;
        hash = (hash ^ (uint)draw) * Prime;
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        return hash ^ (hash >> 33);
    }

    /// <summary>One of several, by a text and a draw.</summary>
    public static T Pick<T>(IReadOnlyList<T> choices, ReadOnlySpan<char> text, int draw) => choices[(int)(Hash(text, draw) % (ulong)choices.Count)];

    /// <summary>A number in [0, 1) by a text and a draw.</summary>
    public static double Fraction(ReadOnlySpan<char> text, int draw) => (Hash(text, draw) >> 11) * (1.0 / (1UL << 53));
}
