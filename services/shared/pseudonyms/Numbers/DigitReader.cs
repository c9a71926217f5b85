using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Numbers;

/// <summary>Reads digits in all their writings, and what people put between the digits of one number.</summary>
internal static class DigitReader
{
    private const int LongestGap = 6;
    private const int LongestPause = 8;
    private static readonly string[] s_values = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")];

    private static readonly (string Word, string Value)[] s_words =
    [
        ("zero", "0"), ("oh", "0"), ("o", "0"), ("nought", "0"), ("one", "1"), ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"), ("seven", "7"),
        ("eight", "8"), ("nine", "9"), ("niner", "9"),
    ];

    private static readonly (string Word, int Count)[] s_repeats = [("double", 2), ("triple", 3), ("treble", 3)];
    private static readonly string[] s_fillers = ["然后是", "然后", "嗯", "呃", "杠", "横杠", "空格", "那个", "dash", "hyphen", "uh", "um", "then", "space", "area code", "okay", "ok", "and then", "and", "er", "erm", "yes", "对", "后面是", "中间", "最后", "…"];
    private static readonly string[] s_pauses = ["后面", "后四位", "尾号", "接着", "yeah", "right", "got it", "uh-huh", "yep", "so"];

    /// <summary>The digits at a place, or null.</summary>
    public static DigitToken? At(FoldedText text, int index)
    {
        char character = text[index];
        if (index >= text.Length)
            return null;
        if (char.IsAsciiDigit(character))
            return new DigitToken(index, index + 1, s_values[character - '0'], false);
        if (character is '洞' or '拐' or '勾' && (IsNumeral(text[index - 1]) || IsNumeral(text[index + 1])))
            return new DigitToken(index, index + 1, s_values[character switch { '洞' => 0, '拐' => 7, _ => 9 }], true);
        if (Characters.IsHan(character))
            return Digits.OfChinese(character) is >= 0 and var digit ? new DigitToken(index, index + 1, s_values[digit], true) : null;
        if (IsMask(text, index))
            return new DigitToken(index, index + 1, "*", false);
        return text.Lower[index] is 'z' or 'o' or 'n' or 't' or 'f' or 's' or 'e' or 'd' && !Characters.IsWord(text[index - 1]) ? Word(text, index) : null;
    }

    /// <summary>Where the next digits of the same number may begin behind <paramref name="end"/>; -1 where something else stands.</summary>
    public static int SkipGap(FoldedText text, int end, bool spoken)
    {
        int index = end;
        for (int skipped = 0; skipped < LongestGap; skipped++)
        {
            char character = text[index];
            if (IsSeparator(character) || (spoken && character is ',' or '、' or '。' or '~'))
                index++;
            else if (spoken && Filler(text, index) is > 0 and var length)
                index += length;
            else
                break;
        }

        return index;
    }

    /// <summary>
    /// Where the next group of a written number may begin behind a pause: a comma, a slash, or a word such as 对 or "okay" between groups of three or four digits;
    /// -1 where something else stands.
    /// </summary>
    public static int SkipPause(FoldedText text, int end, out bool worded)
    {
        int index = end;
        worded = false;
        for (int skipped = 0; skipped < LongestPause; skipped++)
        {
            char character = text[index];
            if (IsSeparator(character) || character is ',' or '、' or '…' or '/' or '~')
                index++;
            else if ((Filler(text, index) is var filler && filler > 0) || (Pause(text, index) is var pause && (filler = pause) > 0))
                (index, worded) = (index + filler, true);
            else
                break;
        }

        return char.IsAsciiDigit(text[index]) && char.IsAsciiDigit(text[index + 1]) && char.IsAsciiDigit(text[index + 2]) ? index : -1;
    }

    /// <summary>A character that stands between the groups of a written number.</summary>
    public static bool IsSeparator(char character) => character is ' ' or '-' or '.' or '(' or ')' or '\u00A0' or '_'
        or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFE0F' or '\u20E3' or '·' or '•' || character is >= '\u2010' and <= '\u2015';

    // 洞 for 0, 拐 for 7 and 勾 for 9 are numerals among numerals alone.
    private static bool IsNumeral(char character) => char.IsAsciiDigit(character) || character is '洞' or '拐' or '勾' || Digits.OfChinese(character) >= 0;

    private static bool IsMask(FoldedText text, int index)
    {
        char character = text[index];
        if (character is '*' or '×' or '●')
            return char.IsAsciiDigit(Other(text, index, character, 1)) || char.IsAsciiDigit(Other(text, index, character, -1)) || (text[index + 1] == character && text[index + 2] == character) || (text[index - 1] == character && (text[index + 1] == character || text[index - 2] == character));
        if (character is not ('x' or 'X'))
            return false;
        return (text[index + 1] == character && !char.IsAsciiLetter(Other(text, index + 2, character, 1)) && char.IsAsciiDigit(Before(text, index, character)))
            || (text[index - 1] == character && char.IsAsciiDigit(Before(text, index, character)));
    }

    // The first character in front of a run of one character, a dash left out.
    private static char Before(FoldedText text, int index, char character)
    {
        int limit = Math.Max(0, index - 12);
        while (index > limit && (text[index] == character || text[index] is '-' or ' '))
            index--;
        return text[index];
    }

    private static char Other(FoldedText text, int index, char character, int step)
    {
        int limit = Math.Max(-1, index + (12 * step));
        while (index != limit && text[index] == character)
            index += step;
        return text[index];
    }

    private static DigitToken? Word(FoldedText text, int index)
    {
        foreach ((string word, string value) in s_words)
        {
            if (text.HasWord(index, word))
                return new DigitToken(index, index + word.Length, value, true);
        }

        foreach ((string word, int count) in s_repeats)
        {
            if (!text.HasWord(index, word))
                continue;
            int next = index + word.Length;
            while (text[next] is ' ' or '-')
                next++;
            if (next - index - word.Length > 2)
                return null;
            if (char.IsAsciiDigit(text[next]))
                return new DigitToken(index, next + 1, new string(text[next], count), true);
            foreach ((string digit, string value) in s_words)
            {
                if (text.HasWord(next, digit))
                    return new DigitToken(index, next + digit.Length, new string(value[0], count), true);
            }
        }

        return null;
    }

    private static int Filler(FoldedText text, int index) => Word(text, index, s_fillers);

    private static int Pause(FoldedText text, int index) => Word(text, index, s_pauses);

    private static int Word(FoldedText text, int index, string[] words)
    {
        foreach (string filler in words)
        {
            if (char.IsAsciiLetter(filler[0]) ? text.HasWord(index, filler) : text.Says(index, filler))
                return filler.Length;
        }

        return 0;
    }
}
