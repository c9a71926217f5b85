using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>Finds English names: behind titles and introductions, and wherever <see cref="NameEvidence"/> of capitalised words is enough.</summary>
internal static class EnglishNameScanner
{
    private const int LongestName = 6;

    /// <summary>Claims the English names of a text.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        if (!text.HasLatin)
            return;
        List<EnglishWord> words = EnglishWord.Of(text);
        for (int index = 0; index < words.Count; index++)
        {
            int end = End(text, words, index);
            if (end > index && findings.TryAdd(words[index].Start, words[end - 1].End, IdentifierType.Name))
                index = end - 1;
        }
    }

    private static int End(FoldedText text, List<EnglishWord> words, int index)
    {
        EnglishWord word = words[index];
        if (word.Length < 2 && !(word.IsInitial && index + 1 < words.Count && words[index + 1].Joined))
            return -1;
        if (IsTitled(words, index) || IsTitledInLowerCase(text, words, index))
            return Extend(text, words, index, index + 1, false);
        if ((Introductions.Before(text, words, index) is true || Introductions.IsOfSelf(text, words, index)) && IsSurely(text, word))
            return Extend(text, words, index, index + 1, true);
        if (!word.Capital)
            return -1;
        return text.HasHan && IsAddressedInChinese(text, word) ? index + 1 : Weighed(text, words, index);
    }

    private static bool IsTitled(List<EnglishWord> words, int index) =>
        index > 0 && words[index].Joined && words[index - 1].Has(WordTraits.Title) && words[index - 1].Capital && !words[index].Has(WordTraits.Title) && (words[index].Capital || IsParticle(words, index))
        && (!words[index].Has(WordTraits.NoName) || words[index].Has(WordTraits.First | WordTraits.Last));

    // "mr patel", "dr okafor": short titles that are no words, and a name or no word behind.
    private static bool IsTitledInLowerCase(FoldedText text, List<EnglishWord> words, int index)
    {
        EnglishWord word = words[index];
        return index > 0 && words[index - 1].Has(WordTraits.Title) && word.Joined && word.Length > 2 && !words[index - 1].Capital && words[index - 1].Lower(text) is "mr" or "mrs" or "ms" or "dr" or "prof"
            && !word.Has(WordTraits.Title) && (word.Has(WordTraits.Last | WordTraits.First) || !(word.IsOrdinary || word.Has(WordTraits.NoName)));
    }

    // What is surely introduced may be any word but a common one, in any case.
    private static bool IsSurely(FoldedText text, EnglishWord word)
    {
        if (word.Length < 2 || (word.Has(WordTraits.NoName) && !word.Has(WordTraits.UsualFirst)))
            return false;
        return word.Has(WordTraits.First | WordTraits.Last) ? char.IsUpper(text[word.Start]) || !word.Has(WordTraits.Common) || word.Has(WordTraits.UsualFirst) : !word.IsOrdinary && word.Length > 2;
    }

    // Amy姐, Tony老师, 我是Amy.
    private static bool IsAddressedInChinese(FoldedText text, EnglishWord word)
    {
        if (word.Length < 3 || word.Has(WordTraits.Place | WordTraits.NoName) || (word.IsOrdinary && !word.Has(WordTraits.First)))
            return false;
        return text[word.End] is '姐' or '哥' or '总' || ChineseNames.TitleAt(text, word.End) > 0
            || (word.Has(WordTraits.First) && text[word.Start - 1] is '是' or '叫' or '找' or '给' or '跟' or '@');
    }

    private static int Weighed(FoldedText text, List<EnglishWord> words, int index)
    {
        // San Jose, St. Ives.
        if (words[index].Lower(text) is "san" or "santa" or "saint" or "st" && index + 1 < words.Count && words[index + 1].Joined)
            return -1;
        double best = double.MinValue, others = 0;
        int end = index, names = 0;
        while (end < words.Count && end - index <= LongestName && (end == index || (words[end].Joined && words[end].Capital) || IsParticle(words, end)))
        {
            EnglishWord word = words[end];
            bool small = word.Length == 1 || (end > index && IsParticle(words, end));
            double weight = small ? 0 : NameEvidence.Of(text, word);
            if (end == index + 1 && names == 1 && weight < 0 && word.Has(WordTraits.Last) && (word.Has(WordTraits.Organisation) ? best >= 5 && !IsPlaced(words, index) : words[index].Has(WordTraits.UsualFirst) || best >= 5))
                weight = 0;
            bool maker = end > index && word.Has(WordTraits.Place) && !word.Has(WordTraits.UsualFirst) && !(words[index].Has(WordTraits.UsualFirst) && !words[index].IsOrdinary);
            if (maker || weight <= NameEvidence.Never || (weight <= -2.5 && end > index && !word.Has(WordTraits.Last)) || (small && end > index && !IsWithin(words, end)))
                break;
            if (!small)
            {
                others += Math.Min(best == double.MinValue ? 0 : Math.Min(best, weight), 3);
                best = Math.Max(best, weight);
                names++;
            }

            end++;
            if (names > 0 && end < words.Count && words[end].Has(WordTraits.Organisation) && words[end].Joined && words[end].Capital)
                break;
        }

        if (names == 0 || IsFirmOfThree(text, words, index, end))
            return -1;
        double own = best + (others * 0.5) + (names > 1 ? Pair(words, index, best) : 0);
        return own + NameEvidence.Around(text, words, index, end, own) >= NameEvidence.Enough ? end : -1;
    }

    // "in Linda Park", "the Linda Park"; else a given name with such a surname.
    private static bool IsPlaced(List<EnglishWord> words, int index) =>
        index > 0 && words[index].Joined && (words[index - 1].Has(WordTraits.PlaceCue | WordTraits.Determiner | WordTraits.Journey) || words[index - 1].Length == 3 && words[index - 1].Has(WordTraits.Common) && !words[index - 1].Has(WordTraits.PersonCue | WordTraits.Introduction));

    // "Barlow, Finch and Odell" is a firm unless usual given names are among the three.
    private static bool IsFirmOfThree(FoldedText text, List<EnglishWord> words, int index, int end)
    {
        if (end - index != 1)
            return false;
        for (int first = Math.Max(0, index - 3); first <= index; first++)
        {
            if (first + 3 < words.Count && first + 3 >= index && words[first + 2].Lower(text) is "and" && text[words[first].End] == ','
                && IsPartner(words[first]) && IsPartner(words[first + 1]) && IsPartner(words[first + 3]) && words[first + 1].Start - words[first].End == 2 && words[first + 2].Joined && words[first + 3].Joined)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartner(EnglishWord word) => word.Capital && word.Has(WordTraits.Last) && !word.Has(WordTraits.UsualFirst);

    // A given name in front of another word that may be a name says more than either alone.
    private static double Pair(List<EnglishWord> words, int index, double best)
    {
        EnglishWord first = words[index];
        if (first.Has(WordTraits.First))
            return first.First && first.Has(WordTraits.Common | WordTraits.NoName) && best < 3.5 ? 0 : 2.5;
        return first.IsInitial ? 2.5 : 1;
    }

    private static bool IsWithin(List<EnglishWord> words, int index) =>
        index + 1 < words.Count && words[index + 1].Joined && (words[index + 1].Capital || words[index + 1].Has(WordTraits.Particle)) && !words[index + 1].Has(WordTraits.NoName);

    private static bool IsParticle(List<EnglishWord> words, int index) =>
        index > 0 && words[index].Joined && words[index].Has(WordTraits.Particle) && (IsWithin(words, index) || (index + 1 < words.Count && words[index + 1].Joined && words[index + 1].Has(WordTraits.Particle) && IsWithin(words, index + 1)));

    // Takes in initials, particles and further words that may be names.
    private static int Extend(FoldedText text, List<EnglishWord> words, int start, int end, bool surely)
    {
        bool plain = char.IsLower(text[words[start].Start]) || (words[start].Length > 1 && char.IsUpper(text[words[start].Start + 1]));
        while (end < words.Count && end - start < LongestName && words[end].Joined)
        {
            EnglishWord word = words[end];
            bool name = word.Length > 1 && (word.Capital || plain) && (NameEvidence.Of(text, word) >= (word.Capital ? -1 : 2) || (word.Capital && end == start + 1 && ((word.Has(WordTraits.Last) && !(word.Has(WordTraits.NoName) && words[start].Length == 1)) || (surely && !word.Has(WordTraits.NoName | WordTraits.Common)))));
            name |= plain && surely && end == start + 1 && word.Length > 3 && !word.IsOrdinary && !word.Has(WordTraits.NoName | WordTraits.Place);
            if (!name && !IsParticle(words, end) && !(word.IsInitial && IsWithin(words, end)))
                break;
            end++;
        }

        return end;
    }
}
