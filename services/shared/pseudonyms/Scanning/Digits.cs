namespace DialInsight.Pseudonyms.Scanning;

/// <summary>Digits in their many writings.</summary>
internal static class Digits
{
    private const string Chinese = "〇一二三四五六七八九";
    private const string Financial = "零壹贰叁肆伍陆柒捌玖";

    // A table over all characters, as it is asked of each, several times.
    private static readonly sbyte[] s_chinese = Table();

    /// <summary>The value of a Chinese numeral that can stand for one digit, or -1.</summary>
    public static int OfChinese(char character) => s_chinese[character];

    /// <summary>The Chinese numeral in the writing of another.</summary>
    public static char ToChinese(int digit, char like) => like != '零' && Financial.Contains(like, StringComparison.Ordinal) ? Financial[digit] : digit switch
    {
        0 => like == '〇' ? '〇' : '零',
        1 when like is '幺' => '幺',
        _ => Chinese[digit],
    };

    /// <summary>The value of a circled digit, or null.</summary>
    public static int? Circled(int codePoint) => codePoint switch
    {
        0x24EA or 0x24FF => 0,
        >= 0x2460 and <= 0x2468 => codePoint - 0x245F,
        >= 0x2776 and <= 0x277E => codePoint - 0x2775,
        >= 0x2780 and <= 0x2788 => codePoint - 0x277F,
        >= 0x278A and <= 0x2792 => codePoint - 0x2789,
        _ => null,
    };

    private static sbyte[] Table()
    {
        var values = new sbyte[char.MaxValue + 1];
        Array.Fill(values, (sbyte)-1);
        for (sbyte digit = 0; digit <= 9; digit++)
            values[Chinese[digit]] = values[Financial[digit]] = digit;
        values['幺'] = values['吆'] = 1;
        values['两'] = 2;
        return values;
    }
}
