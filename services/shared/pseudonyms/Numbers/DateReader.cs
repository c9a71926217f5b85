using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Numbers;

/// <summary>Reads dates: 1990-05-12, 12/5/1990, 1990年5月12日, 九零年五月, "May 12, 1990", "12th of May 1990".</summary>
internal static class DateReader
{
    public static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Where the date that begins at a place ends; -1 where there is none.</summary>
    public static int End(FoldedText text, int start)
    {
        if (Characters.IsWord(text[start - 1]) || IsNumeral(text[start - 1]))
            return -1;
        if (Month(text, start) is > 0 and var month)
            return Written(text, month);
        int first = Number(text, start);
        if (first < 0)
            return -1;
        if (text[first] is '年' or '月')
            return Chinese(text, start, first);
        if (text[first] is '-' or '/' or '.' && Number(text, first + 1) is > 0 and var second && text[second] == text[first] && Number(text, second + 1) is > 0 and var third)
            return Math.Max(first - start, third - second - 1) == 4 || third - second - 1 == 2 ? third : -1;
        if (first - start == 8 && text[start] is '1' or '2' && text[start + 1] is '9' or '0')
            return first;
        return first - start <= 2 ? DayFirst(text, first) : YearAlone(text, start, first);
    }

    /// <summary>The end of a month's name, whole or in three letters; -1 where there is none.</summary>
    public static int Month(FoldedText text, int start)
    {
        foreach (string month in Months)
        {
            if (text.HasWord(start, month))
                return start + month.Length;
            if (text.HasWord(start, month[..3]))
                return start + 3 + (text[start + 3] == '.' ? 1 : 0);
        }

        return -1;
    }

    /// <summary>The end of a numeral of up to eight digits, ASCII or Chinese; -1 where there is none.</summary>
    public static int Number(FoldedText text, int start)
    {
        int end = start;
        while (end - start < 9 && IsNumeral(text[end]))
            end++;
        return end > start && end - start < 9 ? end : -1;
    }

    public static bool IsNumeral(char character) => char.IsAsciiDigit(character) || character == '十' || (Characters.IsHan(character) && Digits.OfChinese(character) >= 0);

    // Year, month and day, or two of them.
    private static int Chinese(FoldedText text, int start, int unit)
    {
        int end = unit + 1;
        bool year = text[unit] == '年';
        if (year && unit - start is not (2 or 4))
            return -1;
        if (year)
        {
            int month = Number(text, Blank(text, end));
            if (month < 0 || text[month] != '月')
                return unit - start == 4 ? end : -1;
            end = month + 1;
        }

        int day = Number(text, Blank(text, end));
        return day < 0 || text[day] is not ('日' or '号') ? (year || day < 0 ? end : day) : day + 1;
    }

    // What stands behind a month's name: a day and a year, or one of them.
    private static int Written(FoldedText text, int index)
    {
        int day = Number(text, Blank(text, index));
        if (day < 0)
            return -1;
        int end = Ordinal(text, day);
        int next = Blank(text, text[end] == ',' ? end + 1 : end);
        int year = Number(text, next);
        return year - next == 4 ? year : end;
    }

    private static int DayFirst(FoldedText text, int index)
    {
        int next = Blank(text, Ordinal(text, index));
        if (text.HasWord(next, "of"))
            next = Blank(text, next + 2);
        if (text[next] == '-')
            next++;
        int month = Month(text, next);
        if (month < 0)
            return -1;
        int start = Blank(text, text[month] is ',' or '-' ? month + 1 : month);
        int year = Number(text, start);
        return year - start is 4 or 2 ? year : month;
    }

    private static int YearAlone(FoldedText text, int start, int end) =>
        end - start == 4 && text[start] is '1' && text[start + 1] == '9' && !Characters.IsWord(text[end]) ? end : -1;

    private static int Ordinal(FoldedText text, int index) =>
        text.Lower.AsSpan(Math.Min(index, text.Length)) is var rest && (rest.StartsWith("st") || rest.StartsWith("nd") || rest.StartsWith("rd") || rest.StartsWith("th")) ? index + 2 : index;

    private static int Blank(FoldedText text, int index)
    {
        while (text[index] == ' ')
            index++;
        return index;
    }
}
