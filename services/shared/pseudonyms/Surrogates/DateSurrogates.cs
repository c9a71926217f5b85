using System.Globalization;
using System.Text;
using DialInsight.Pseudonyms.Numbers;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Surrogates;

/// <summary>Dates for dates of birth, written the same way.</summary>
internal sealed class DateSurrogates(KeyedDraws draws)
{
    /// <summary>The surrogate of a date: years from 1950 to 2004, days to the 28th, so that every one exists.</summary>
    public string Write(FoldedText text, IdentifierSpan span, int attempt)
    {
        KeyedDraws.Draws next = draws.For("date-of-birth", text.Lower[span.Start..span.End], attempt);
        int year = 1950 + next.Next(55), month = 1 + next.Next(9), day = 1 + next.Next(9);
        var surrogate = new StringBuilder();
        bool monthDone = DateReader.Month(text, span.Start) > 0;
        for (int index = span.Start; index < span.End;)
        {
            int end = Number(text, index, span.End);
            if (end > index)
            {
                (int value, monthDone) = text[end] == '年' || end - index >= 4 ? (year, monthDone) : monthDone ? (day, true) : (month, true);
                surrogate.Append(Render(text, index, end, value, month, day));
            }
            else if (DateReader.Month(text, index) is > 0 and var name && !Characters.IsLatin(text[index - 1]))
            {
                end = name;
                surrogate.Append(MonthName(text, index, end, month));
            }
            else
            {
                surrogate.Append(text.Slice(index, end = index + 1));
            }

            index = end;
        }

        return surrogate.ToString();
    }

    private static int Number(FoldedText text, int start, int limit)
    {
        int end = start;
        while (end < limit && DateReader.IsNumeral(text[end]))
            end++;
        return end;
    }

    private static string MonthName(FoldedText text, int start, int end, int month)
    {
        string name = DateReader.Months[month - 1];
        string written = text[end - 1] == '.' ? name[..3] + "." : end - start <= 3 ? name[..3] : name;
        return char.IsUpper(text[start]) ? char.ToUpperInvariant(written[0]) + written[1..] : written;
    }

    private static string Render(FoldedText text, int start, int end, int value, int month, int day)
    {
        int length = end - start;
        if (Characters.IsHan(text[start]))
        {
            string digits = value.ToString(CultureInfo.InvariantCulture);
            return string.Concat(digits[^Math.Min(length, digits.Length)..].Select(digit => Digits.ToChinese(digit - '0', text[start])));
        }

        if (length == 8)
            return $"{value:0000}{month:00}{day:00}";
        if (length == 2 && value > 99)
            value %= 100;
        return value.ToString(new string('0', Math.Min(length, 4)), CultureInfo.InvariantCulture);
    }
}
