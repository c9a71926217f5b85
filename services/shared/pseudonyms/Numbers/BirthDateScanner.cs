using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Numbers;

/// <summary>Finds dates of birth: a date behind (or, in Chinese, in front of) a word of birth. Other dates are the business's and stay.</summary>
internal static class BirthDateScanner
{
    private const int Reach = 16;

    private static readonly string[] s_words =
        ["出生日期", "出生年月", "出生", "生日", "生于", "生辰", "date of birth", "birth date", "birthdate", "birthday", "dateofbirth", "d.o.b.", "d.o.b", "dob", "born on", "born in", "born", "date-of-birth"];

    private static readonly string[] s_after = ["出生", "生的", "生人", "生日", "生)", "生,", "生。"];

    /// <summary>Claims the dates of birth of a text.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] is '出' or '生' or 'b' or 'd' or 'B' or 'D' && Word(text, index) is > 0 and var length)
            {
                Behind(text, index + length, findings);
                index += length - 1;
            }
            else if ((text[index] is '年' or '月' or '日' or '号' || char.IsAsciiDigit(text[index])) && text.SaysAny(index + 1, s_after) is not null)
            {
                InFront(text, index + 1, findings);
            }
        }
    }

    private static int Word(FoldedText text, int index)
    {
        int length = text.SaysAny(index, s_words)?.Length ?? 0;
        return length > 0 && char.IsAsciiLetter(text[index]) && (Characters.IsLatin(text[index - 1]) || Characters.IsLatin(text[index + length])) ? 0 : length;
    }

    private static void Behind(FoldedText text, int index, Findings findings)
    {
        for (int start = index; start < Math.Min(text.Length, index + Reach) && text[start] is not ('。' or '\n' or ';'); start++)
        {
            if (DateReader.End(text, start) is > 0 and var end)
            {
                findings.TryAdd(start, end, IdentifierType.DateOfBirth);
                return;
            }
        }
    }

    private static void InFront(FoldedText text, int end, Findings findings)
    {
        for (int start = Math.Max(0, end - Reach); start < end; start++)
        {
            if (DateReader.End(text, start) == end)
            {
                findings.TryAdd(start, end, IdentifierType.DateOfBirth);
                return;
            }
        }
    }
}
