using System.Buffers;

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
        for (int at = unit; at < text.Length; at++)
        {
            int run = 0;
            while (at + run < text.Length && text[at + run] == text[at + run - unit])
                run++;
            if (run >= Most * unit && IsNoise(text.AsSpan(at - unit, unit)))
            {
                int start = at + ((Kept - 1) * unit), length = run - ((Kept - 1) * unit) - (run % unit);
                removals.Add(Id, text.AsSpan(at - unit, run + unit));
                text = text.Remove(start, length);
                run -= length;
            }

            at += run;
        }

        return text;
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
