using System.Buffers;
using System.Text;

namespace DialInsight.Conversations.Cleaning;

/// <summary>
/// A letter, mark or short word again and again, as 哈哈哈哈哈哈哈哈 or a recogniser that is stuck: more than six times in a row become three. Numbers stay, also spoken ones, and so do
/// masks such as <c>xxxxxxxx1234</c>.
/// </summary>
internal sealed class RepeatedCharacterRule : ITextRule
{
    public const string Id = "repeated-characters";

    private const int Most = 6, Kept = 3, LongestUnit = 24;

    private static readonly SearchValues<char> s_numerals = SearchValues.Create("零〇一二三四五六七八九幺两兩十百千万萬亿億");
    private static readonly SearchValues<string> s_digits = SearchValues.Create(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "triple", "oh "], StringComparison.OrdinalIgnoreCase);

    public string Apply(string text, Removals removals)
    {
        for (int unit = 1; unit <= Math.Min(LongestUnit, text.Length / (Most + 1)); unit++)
            text = Collapse(text, unit, removals);
        return text;
    }

    private static string Collapse(string text, int unit, Removals removals)
    {
        StringBuilder? collapsed = null;
        int copied = 0;
        for ((int start, int end) = Run(text, unit, unit); end > 0; (start, end) = Run(text, unit, end + 1))
        {
            if (!IsNoise(text.AsSpan(start - unit, unit)))
                continue;
            removals.Add(Id, text.AsSpan((start - unit)..end));
            collapsed ??= new StringBuilder(text.Length);
            collapsed.Append(text, copied, start + ((Kept - 1) * unit) - copied);
            copied = end - ((end - start) % unit);
        }

        return collapsed is null ? text : collapsed.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>
    /// The next run, from <paramref name="at"/> on, of characters that are the same as those a unit before them, if it is long enough; (0, 0) where there is none.
    /// One that is covers one of any so many places: only these are looked at, so that of all units together hardly a pass is made where nothing repeats.
    /// </summary>
    private static (int Start, int End) Run(ReadOnlySpan<char> text, int unit, int at)
    {
        int shortest = Most * unit;
        for (int probe = at + shortest - 1; probe < text.Length; probe = at + shortest - 1)
        {
            at = probe + 1;
            if (text[probe] != text[probe - unit])
                continue;
            int start = probe;
            while (start > at - shortest && text[start - 1] == text[start - 1 - unit])
                start--;
            int end = at + text[at..].CommonPrefixLength(text[(at - unit)..]);
            if (end - start >= shortest)
                return (start, end);
            at = end + 1;
        }

        return default;
    }

    private static bool IsNoise(ReadOnlySpan<char> unit)
    {
        if (unit.IsWhiteSpace() || !unit.ContainsAnyExcept("xX*#") || unit.ContainsAny(s_digits))
            return false;
        foreach (char letter in unit)
        {
            if (char.IsDigit(letter))
                return false;
        }

        return unit.ContainsAnyExcept(s_numerals);
    }
}
