using System.Globalization;

namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Reads numbers as people write and say them: 350, 1,200, 3.5万, 三百五十万, 两千三, 一三八零, a hundred and twenty, 250k.</summary>
internal static class SpokenNumber
{
    /// <summary>Beyond this no number is scaled any further: nobody says so much, and it must not overflow.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The first number in a text, or null.</summary>
    public static decimal? First(ReadOnlySpan<char> text)
    {
        int from = 0;
        return Next(text, ref from);
    }

    /// <summary>The next number at or after a position, which moves behind it; null when there is none.</summary>
    public static decimal? Next(ReadOnlySpan<char> text, ref int from)
    {
        for (; from < text.Length; from++)
        {
            if (char.IsDigit(text[from]))
                return Written(text, ref from);
            if (IsChineseNumeral(text[from]))
                return Chinese(text, ref from);
            if (char.IsAsciiLetter(text[from]) && EnglishNumber.Read(text, ref from) is { } spoken)
                return spoken;
        }

        return null;
    }

    private static decimal Written(ReadOnlySpan<char> text, ref int from)
    {
        Span<char> plain = stackalloc char[24];
        int length = 0;
        while (from < text.Length && (char.IsDigit(text[from]) || IsInside(text, from)) && length < plain.Length)
        {
            if (text[from] is not (',' or '，'))
                plain[length++] = text[from] == '.' ? '.' : (char)('0' + (int)char.GetNumericValue(text[from]));
            from++;
        }

        _ = decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value);
        return Scaled(value, text, ref from);
    }

    private static bool IsInside(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && char.IsDigit(text[index + 1]) && (text[index] == '.' || (text[index] == ',' && IsThousandsGroup(text[(index + 1)..])));

    private static bool IsThousandsGroup(ReadOnlySpan<char> rest) =>
        rest.Length >= 3 && char.IsDigit(rest[0]) && char.IsDigit(rest[1]) && char.IsDigit(rest[2]) && (rest.Length == 3 || !char.IsDigit(rest[3]));

    private static decimal Scaled(decimal value, ReadOnlySpan<char> text, ref int from)
    {
        while (from < text.Length && Scale(text[from]) is > 0 and { } scale)
        {
            if (scale == 1_000 && text[from] is 'k' or 'K' && from + 1 < text.Length && char.IsLetter(text[from + 1]))
                break;
            value = Times(value, scale);
            from++;
        }

        return value;
    }

    private static decimal Scale(char unit) => unit switch
    {
        '百' => 100,
        '千' or 'k' or 'K' => 1_000,
        '万' or '萬' or 'w' or 'W' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };

    private static bool IsChineseNumeral(char character) => Digit(character) >= 0 || character is '十' or '百' or '千';

    private static int Digit(char character) => character switch
    {
        '〇' => 0,
        '两' => 2,
        '幺' => 1,
        _ => Digits.IndexOf(character, StringComparison.Ordinal),
    };

    private static decimal Chinese(ReadOnlySpan<char> text, ref int from)
    {
        int start = from;
        while (from < text.Length && (IsChineseNumeral(text[from]) || text[from] is '万' or '亿' || IsPoint(text, from)))
            from++;
        ReadOnlySpan<char> numeral = text[start..from];
        return numeral.IndexOfAny("十百千万亿") < 0 ? Spelled(numeral) : Composed(numeral);
    }

    private static bool IsPoint(ReadOnlySpan<char> text, int index) =>
        text[index] == '点' && index + 1 < text.Length && Digit(text[index + 1]) >= 0 && (index + 2 >= text.Length || text[index + 2] is not ('分' or '钟' or '十'));

    private static decimal Spelled(ReadOnlySpan<char> numeral)
    {
        decimal value = 0;
        decimal place = 0;
        foreach (char character in numeral)
        {
            if (character == '点')
                place = 0.1m;
            else if (place > 0)
                (value, place) = (value + (Digit(character) * place), place / 10);
            else if (value < Largest)
                value = (value * 10) + Digit(character);
        }

        return value;
    }

    private static decimal Composed(ReadOnlySpan<char> numeral)
    {
        int point = numeral.IndexOf('点');
        if (point >= 0)
            return PointThenScale(numeral, point);
        decimal total = 0, section = 0, digit = 0, last = 1;
        bool zero = false;
        foreach (char character in numeral)
        {
            switch (character)
            {
                case '十' or '百' or '千':
                    last = character == '十' ? 10 : Scale(character);
                    section += (digit == 0 ? 1 : digit) * last;
                    (digit, zero) = (0, false);
                    break;
                case '万' or '亿':
                    total = Times(total + section + Tail(digit, zero, last), Scale(character));
                    last = Scale(character);
                    (section, digit, zero) = (0, 0, false);
                    break;
                default:
                    zero |= Digit(character) == 0;
                    digit = Digit(character);
                    break;
            }
        }

        return total + section + Tail(digit, zero, last);
    }

    /// <summary>A digit without a unit at the end is the next smaller place: 三百五 is 350; after a zero it is itself: 三百零五.</summary>
    private static decimal Tail(decimal digit, bool zero, decimal last) => digit * (zero || last < 100 ? 1 : last / 10);

    private static decimal PointThenScale(ReadOnlySpan<char> numeral, int point)
    {
        int end = point + 1;
        while (end < numeral.Length && Digit(numeral[end]) >= 0)
            end++;
        ReadOnlySpan<char> whole = numeral[..point];
        decimal value = (whole.IndexOfAny("十百千万亿") < 0 ? Spelled(whole) : Composed(whole)) + Spelled(Concat(numeral[point..end]));
        foreach (char unit in numeral[end..])
            value = Scale(unit) is > 0 and { } scale ? Times(value, scale) : value;
        return value;
    }

    /// <summary>A number scaled, unless it is too large already.</summary>
    internal static decimal Times(decimal value, decimal scale) => value < Largest ? value * scale : value;

    private static ReadOnlySpan<char> Concat(ReadOnlySpan<char> fraction) => string.Concat("零", fraction);
}
