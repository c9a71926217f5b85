using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>A word of Latin letters.</summary>
/// <param name="Start">Of its first code point.</param>
/// <param name="End">Behind its last one, without a possessive.</param>
/// <param name="Lower">The word in lower case.</param>
/// <param name="Capital">Whether it begins with a capital.</param>
/// <param name="Joined">Whether only blanks, or the full stop of a title or an initial, part it from the word before.</param>
/// <param name="First">Whether it begins a sentence.</param>
internal readonly record struct EnglishWord(int Start, int End, string Lower, bool Capital, bool Joined, bool First)
{
    private const int Longest = 40;

    public int Length => End - Start;

    public bool IsInitial => Length == 1 && Capital;

    /// <summary>The words of a text, the last of them standing for its end.</summary>
    public static List<EnglishWord> Of(FoldedText text)
    {
        List<EnglishWord> words = [];
        int end = 0;
        bool plain = text.Cased.AsSpan().IndexOfAnyInRange('A', 'Z') < 0;
        for (int index = 0; index < text.Length;)
        {
            if (!Characters.IsLatin(text[index]))
            {
                index++;
                continue;
            }

            int start = index;
            while (Inside(text, index))
                index++;
            int last = index - start > 2 && text.Lower[index - 1] == 's' && text[index - 2] is '\'' or '’' ? index - 2 : index;
            bool joined = words.Count > 0 && IsJoint(text, end, start, words[^1]);
            string lower = last - start > Longest ? "" : text.Lower[start..last];

            // Who writes no capitals writes names without them too.
            bool capital = char.IsUpper(text[start]) || (plain && lower.Length >= 4 && IsPlainName(words, lower, joined));
            words.Add(new EnglishWord(start, last, lower, capital, joined, IsFirstOf(text, start)));
            end = index;
        }

        return words;
    }

    private static bool IsPlainName(List<EnglishWord> words, string lower, bool joined) =>
        (EnglishNames.IsFirst(lower) && !EnglishNames.IsAmbiguous(lower)) || (joined && words[^1].Capital && EnglishNames.IsLast(lower) && !EnglishNames.IsWord(lower));

    private static bool Inside(FoldedText text, int index) =>
        Characters.IsLatin(text[index]) || text[index] is >= '\u0300' and <= '\u036F'
        || (text[index] is '\'' or '’' or '-' && Characters.IsLatin(text[index - 1]) && Characters.IsLatin(text[index + 1]));

    private static bool IsJoint(FoldedText text, int end, int start, EnglishWord before)
    {
        int index = end;
        if (text[index] == '.' && (before.Length == 1 || EnglishNames.IsTitle(before.Lower)))
            index++;
        while (index < start && text[index] is ' ' or '\u00A0')
            index++;
        return index == start && start - end <= 4 && before.End == end;
    }

    private static bool IsFirstOf(FoldedText text, int start)
    {
        int index = start - 1;
        while (index >= 0 && start - index < 8 && text[index] is ' ' or '"' or '“' or '(' or '\'' or '>' or '*')
            index--;
        return index < 0 || text[index] is '.' or '!' or '?' or '\n' or ':' or '。';
    }
}
