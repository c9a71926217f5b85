namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Reads English numbers said in words: <c>twenty five</c>, <c>a hundred and twenty</c>, <c>three thousand</c>.</summary>
internal static class EnglishNumber
{
    private static readonly string[] Small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The number that begins at a position, or null; the position moves to the last letter of the words read.</summary>
    public static decimal? Read(ReadOnlySpan<char> text, ref int from)
    {
        decimal total = 0, section = 0;
        bool any = false;
        int position = from;
        int last = WordEnd(text, from);
        while (position < text.Length)
        {
            int end = WordEnd(text, position);
            ReadOnlySpan<char> word = text[position..end];
            if (Value(word) is { } value)
                section += value;
            else if (any && word.Equals("hundred", StringComparison.OrdinalIgnoreCase))
                section = SpokenNumber.Times(section, 100);
            else if (any && word.Equals("thousand", StringComparison.OrdinalIgnoreCase))
                (total, section) = (SpokenNumber.Times(total + section, 1_000), 0);
            else if (!(any && word.Equals("and", StringComparison.OrdinalIgnoreCase)))
                break;
            any = true;
            last = end;
            position = end + 1 < text.Length && text[end] is ' ' or '-' ? end + 1 : text.Length;
        }

        from = any ? last : Math.Max(from, last - 1);
        return any ? total + section : null;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        return end;
    }

    private static int? Value(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 9)
            return null;
        for (int index = 0; index < Small.Length; index++)
        {
            if (word.Equals(Small[index], StringComparison.OrdinalIgnoreCase))
                return index;
        }

        for (int index = 0; index < Tens.Length; index++)
        {
            if (word.Equals(Tens[index], StringComparison.OrdinalIgnoreCase))
                return 20 + (index * 10);
        }

        return null;
    }
}
