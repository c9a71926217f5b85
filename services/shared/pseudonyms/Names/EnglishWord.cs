using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>A word of Latin letters.</summary>
/// <param name="Start">Of its first code point.</param>
/// <param name="End">Behind its last one, without a possessive.</param>
/// <param name="Traits">What is known of it.</param>
/// <param name="Capital">Whether it begins with a capital that says something.</param>
/// <param name="Joined">Whether only blanks, or the full stop of a title or an initial, part it from the word before.</param>
/// <param name="First">Whether it begins a sentence.</param>
internal readonly record struct EnglishWord(int Start, int End, WordTraits Traits, bool Capital, bool Joined, bool First)
{
    private const int Longest = 40;
    private const WordTraits Dictionary = WordTraits.Common | WordTraits.Plain | WordTraits.Rare;

    public int Length => End - Start;

    public bool IsInitial => Length == 1 && Capital;

    /// <summary>Whether it has any of the traits.</summary>
    public bool Has(WordTraits traits) => (Traits & traits) != 0;

    /// <summary>Whether it is a word of a dictionary.</summary>
    public bool IsOrdinary => Has(Dictionary);

    /// <summary>Whether its capital stands behind an article: al-Sadr.</summary>
    public bool IsArticled(FoldedText text) => IsBehindArticle(text, Start, End);

    /// <summary>The word in lower case.</summary>
    public ReadOnlySpan<char> Lower(FoldedText text) => text.Lower.AsSpan(Start, Length);

    /// <summary>The words of a text.</summary>
    public static List<EnglishWord> Of(FoldedText text)
    {
        List<EnglishWord> words = [];
        int end = 0;

        // Who writes no capitals, or nothing else, writes names like that too.
        bool plain = text.Cased.AsSpan().IndexOfAnyInRange('A', 'Z') < 0 || text.Cased.AsSpan().IndexOfAnyInRange('a', 'z') < 0;
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
            WordTraits traits = last - start > Longest ? WordTraits.None : EnglishLexicon.Of(text.Lower.AsSpan(start, last - start));
            bool joined = words.Count > 0 && IsJoint(text, end, start, words[^1]);
            bool capital = plain ? IsPlainName(words, traits, joined, last - start) : char.IsUpper(text[start]) || IsBehindArticle(text, start, last) || IsUnmistakable(text, traits, start, last) || (joined && IsCalled(text, words[^1], traits, start, last)) || (joined && IsLowerSurname(text, words[^1], traits, start, last));
            words.Add(new EnglishWord(start, last, traits, capital, joined, IsFirstOf(text, start)));
            end = index;
        }

        if (plain)
            Raise(words);
        return words;
    }

    // "i am will hughes": a given name behind an introduction, or in front of a surname.
    private static void Raise(List<EnglishWord> words)
    {
        for (int index = 1; index + 1 < words.Count; index++)
        {
            EnglishWord first = words[index], last = words[index + 1];
            if (first.Has(WordTraits.UsualFirst) && last.Joined && last.Has(WordTraits.Last | WordTraits.Proper) && !last.Has(WordTraits.Common | WordTraits.NoName)
                && (words[index - 1].Has(WordTraits.Introduction) || !last.IsOrdinary))
            {
                words[index] = first with { Capital = true };
                words[index + 1] = last with { Capital = true };
            }
        }
    }

    private static bool IsPlainName(List<EnglishWord> words, WordTraits traits, bool joined, int length)
    {
        bool word = (traits & (WordTraits.Ambiguous | WordTraits.NoName | WordTraits.Place)) != 0;
        if ((traits & WordTraits.UsualFirst) != 0 && !word && length >= 3)
            return true;
        if ((traits & (Dictionary | WordTraits.Upper)) != 0 || word || length < 4)
            return joined && words[^1].Capital && length >= 3 && (traits & WordTraits.Last) != 0 && (traits & WordTraits.NoName) == 0 && (traits & WordTraits.Common) == 0;
        return (traits & WordTraits.First) != 0 || (joined && words[^1].Capital && ((traits & (WordTraits.Last | WordTraits.Proper)) != 0 || traits == WordTraits.None));
    }

    // al-Sadr, el-Baradei, ash-Shams, d'Angelo: the capital stands behind the article.
    private static bool IsBehindArticle(FoldedText text, int start, int end)
    {
        if (end - start < 5 || text[start] is not ('a' or 'e' or 'u' or 'd' or 'l' or 'o'))
            return false;
        int mark = text.Cased.AsSpan(start, 4).IndexOfAny('-', '\'', '’');
        return mark is 1 or 2 or 3 && end - start > mark + 3 && char.IsUpper(text[start + mark + 1]) && IsArticle(text.Cased.AsSpan(start, mark));
    }

    private static bool IsArticle(ReadOnlySpan<char> lower) => lower is "al" or "el" or "ul" or "ad" or "as" or "ash" or "at" or "an" or "ar" or "az" or "d" or "l" or "o";

    // "ask jennifer": a usual given name that is no word is one without a capital too, but for addresses, nicknames and code.
    private static bool IsUnmistakable(FoldedText text, WordTraits traits, int start, int end) =>
        (traits & WordTraits.UsualFirst) != 0 && (traits & (Dictionary | WordTraits.Upper | WordTraits.Ambiguous | WordTraits.NoName | WordTraits.Place)) == 0 && end - start >= 4
        && IsFreeStanding(text[start - 1]) && IsFreeStanding(text[end]);

    // "thanks oluwaseun", "ask penelope": a given name that is no word, behind what takes a person.
    private static bool IsCalled(FoldedText text, EnglishWord before, WordTraits traits, int start, int end) =>
        before.Has(WordTraits.PersonCue | WordTraits.Introduction) && (traits & WordTraits.First) != 0 && (traits & (Dictionary | WordTraits.Ambiguous | WordTraits.NoName | WordTraits.Place)) == 0 && end - start >= 4
        && IsFreeStanding(text[start - 1]) && IsFreeStanding(text[end]);

    // "chris hemsley": a surname in lower case behind such a given name.
    private static bool IsLowerSurname(FoldedText text, EnglishWord before, WordTraits traits, int start, int end) =>
        before.Capital && !char.IsUpper(text[before.Start]) && end - start >= 4 && (traits & (WordTraits.Last | WordTraits.Proper)) != 0 && (traits & (Dictionary | WordTraits.NoName | WordTraits.Place)) == 0 && IsFreeStanding(text[end]);

    private static bool IsFreeStanding(char beside) => !char.IsAsciiDigit(beside) && "@/_~\\#=&<>|[]{}^+*".IndexOf(beside, StringComparison.Ordinal) < 0;

    private static bool Inside(FoldedText text, int index) =>
        Characters.IsLatin(text[index]) || text[index] is >= '\u0300' and <= '\u036F'
        || (text[index] is '\'' or '’' or '-' && Characters.IsLatin(text[index - 1]) && Characters.IsLatin(text[index + 1]));

    private static bool IsJoint(FoldedText text, int end, int start, EnglishWord before)
    {
        int index = end;
        if (text[index] == '.' && (before.Length == 1 || before.Has(WordTraits.Title)))
            index++;
        while (index < start && text[index] is ' ' or '\u00A0')
            index++;
        return index == start && start - end <= 4 && before.End == end;
    }

    private static bool IsFirstOf(FoldedText text, int start)
    {
        int index = start - 1;
        while (index >= 0 && start - index < 8 && text[index] is ' ' or '"' or '“' or '(' or '\'' or '>' or '*' or '-')
            index--;
        return index < 0 || text[index] is '.' or '!' or '?' or '\n' or ':' or '。' or '|';
    }
}
