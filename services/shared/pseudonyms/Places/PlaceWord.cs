using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Places;

/// <summary>A word or number in an address.</summary>
/// <param name="Start">Of its first code point.</param>
/// <param name="End">Behind its last code point.</param>
/// <param name="Lower">The word in lower case.</param>
/// <param name="Numeric">Whether it begins with a digit.</param>
/// <param name="Capital">Whether it begins with a capital letter, or is an ordinal such as 5th.</param>
/// <param name="Upper">Whether all its letters are capitals.</param>
/// <param name="Joined">Whether blanks alone, or an abbreviation's full stop, part it from the word before.</param>
/// <param name="Near">Whether blanks, commas and a line's end alone do.</param>
internal readonly record struct PlaceWord(int Start, int End, string Lower, bool Numeric, bool Capital, bool Upper, bool Joined, bool Near)
{
    private const int Longest = 32;
    private const int WidestGap = 12;

    public static List<PlaceWord> Of(FoldedText text)
    {
        List<PlaceWord> words = [];
        int end = 0;
        for (int index = 0; index < text.Length;)
        {
            if (!IsPart(text[index]) && text[index] != '#')
            {
                index++;
                continue;
            }

            int start = index++;
            while (IsPart(text[index]) || (text[index] is '\'' or '’' or '-' && IsPart(text[index + 1])))
                index++;
            string word = index - start > Longest ? "" : text.Lower[start..index];
            bool numeric = char.IsAsciiDigit(text[start]);
            bool ordinal = numeric && Characters.IsLatin(text[index - 1]) && index - start > 2;
            (bool joined, bool near) = Gap(text, end, start);
            words.Add(new PlaceWord(start, index, word, numeric, ordinal || char.IsUpper(text[start]), text.Cased.AsSpan(start, index - start).IndexOfAnyInRange('a', 'z') < 0, joined && words.Count > 0, near && words.Count > 0));
            end = index;
        }

        return words;
    }

    private static bool IsPart(char character) => Characters.IsLatin(character) || char.IsAsciiDigit(character);

    private static (bool Joined, bool Near) Gap(FoldedText text, int end, int start)
    {
        if (start - end > WidestGap)
            return (false, false);
        bool joined = true;
        for (int index = end; index < start; index++)
        {
            char character = text[index];
            if (character is not (' ' or ',' or '.' or '\n' or '\r' or '>' or '\t'))
                return (false, false);
            joined &= character is ' ' or '.';
        }

        return (joined && start - end <= 3, true);
    }
}
