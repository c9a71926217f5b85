using System.Buffers;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>
/// Weighs whether capitalised words are a person's name: what lists know of each, the likeness of its letters to names, and what stands around it. The weights are
/// set by hand; a sum of <see cref="Enough"/> makes a name.
/// </summary>
internal static class NameEvidence
{
    /// <summary>The sum from which words are a name.</summary>
    public const double Enough = 3;

    /// <summary>The weight at and below which a word is no part of a name.</summary>
    public const double Never = -5;

    // Endings of what is done or had rather than of names.
    private static readonly string[] s_nounEndings = ["tion", "sion", "ment", "ments", "ions", "ing", "ings", "ity", "ities", "ance", "ence", "ness", "ship", "able", "ible", "ical", "ics", "ive", "ous", "ology", "ware", "ures", "ages", "ants", "ents", "ful", "less", "line", "lines", "phone", "pay", "tech", "soft", "net", "book", "bot", "app", "pod", "box"];

    // Stems of medicines (WHO, The use of stems in the selection of International Nonproprietary Names).
    private static readonly string[] s_medicineEndings = ["mycin", "cillin", "azole", "oxacin", "cycline", "vastatin", "opril", "sartan", "dipine", "olol", "terol", "butamol", "cetamol", "codone", "morphone", "profen", "triptan", "zepam", "zolam", "barbital", "tidine", "gliptin", "formin", "gliflozin", "oxetine", "triptyline", "setron", "parin", "xaban", "tinib", "umab", "ximab", "izumab", "ciclovir", "navir", "tasone", "solone", "onide", "phylline", "racetam", "gabalin", "lukast", "thiazide", "semide", "caine"];

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouyáàâäãåæéèêëíìîïóòôöõøúùûüýāēīōū");

    private static readonly SearchValues<char> s_plainVowels = SearchValues.Create("aeiouy");

    private static readonly SearchValues<char> s_light = SearchValues.Create(" ,:\"“(");

    /// <summary>The weight of a word for itself.</summary>
    public static double Of(FoldedText text, EnglishWord word)
    {
        if (word.Has(WordTraits.NoName))
            return word.Has(WordTraits.UsualFirst) ? 0.5 : word.Has(WordTraits.Last) && !word.Has(WordTraits.Common | WordTraits.Place) ? -2 : -9;
        bool shouted = word.Length > 1 && text.Cased.AsSpan(word.Start, word.Length).IndexOfAnyInRange('a', 'z') < 0 && text.Lower.AsSpan(word.Start, word.Length).IndexOfAnyInRange('a', 'z') >= 0;
        if (!shouted && IsMixed(text, word))
            return -4;
        if (IsCompound(text, word))
            return -9;
        if (!shouted && char.IsLower(text[word.Start]) && word.IsArticled(text))
            return word.Has(WordTraits.Place) ? -4 : 4;
        double own = Listed(text, word);
        return !shouted ? own : word.Length <= 4 && !word.Has(WordTraits.UsualFirst) ? Never : Math.Max(own - 1.5, -9);
    }

    /// <summary>What the words around add to a word, or to words, of a weight.</summary>
    public static double Around(FoldedText text, List<EnglishWord> words, int start, int end, double own)
    {
        EnglishWord first = words[start], last = words[end - 1];
        if (text[first.Start - 1] == ' ' && char.IsAsciiDigit(text[first.Start - 2]) && end < words.Count && words[end].Joined && words[end].Capital)
            return -6;
        bool listed = own >= 3.5;
        bool vague = own < 2.5;
        double sum = Introductions.Before(text, words, start) is null ? 0 : Introductions.IsOfThing(text, words, start) ? -2.5 : 2.5;
        if (start > 0 && IsOrganisation(text, words[start - 1], first))
            return -6;
        if (start > 0 && IsPartner(first) && IsPartner(words[start - 1]) && IsAmpersand(text, words[start - 1], first))
            return -6;
        if (start > 0 && Follows(text, words[start - 1], first))
            sum += Before(text, words, start, end, own, listed);
        sum += Behind(text, words, end, last, listed);
        if (own >= -0.5 && own < 5.5 && IsBesideName(text, words, start, end))
            sum += 2.5;
        if (text[first.Start - 1] == '@' && first.Has(WordTraits.First | WordTraits.RareFirst) && text[last.End] is ' ' or ',' or ':' or '\0' or '\n')
            sum += 4;
        if (own >= 0.5 && first.Has(WordTraits.First) && IsAlone(words, start, end))
            sum += 2;
        if (first.First && !listed)
            sum += Opening(text, words, start, end, vague);
        else if (vague && IsAddressed(text, first, last))
            sum += 2.5;
        return sum;
    }

    private static double Listed(FoldedText text, EnglishWord word)
    {
        bool place = word.Has(WordTraits.Place);
        bool ambiguous = word.Has(WordTraits.Ambiguous) || (place && !word.Has(WordTraits.UsualFirst));
        if (word.Has(WordTraits.First) && !ambiguous && (word.Has(WordTraits.UsualFirst) || !word.IsOrdinary))
            return word.Has(WordTraits.UsualFirst) ? 6 : word.Length > 2 ? 5 : 2;
        if (word.Has(WordTraits.Last) && !ambiguous && !word.IsOrdinary)
            return word.Length < 3 ? 1.5 : word.Has(WordTraits.Upper) ? 3.5 : 4;
        if (word.Has(WordTraits.First))
            return place ? 0 : word.Has(WordTraits.UsualFirst) ? 2 : word.Has(WordTraits.Common) ? -2 : word.Has(WordTraits.Plain) ? -0.5 : 1;
        if (place)
            return word.Has(WordTraits.Last) ? -2 : -4;
        if (word.Has(WordTraits.Last))
            return word.Has(WordTraits.Common) ? -3 : word.Has(WordTraits.Plain) ? -1.5 : 0.5;
        if (word.IsOrdinary)
            return word.Has(WordTraits.Rare) && word.Has(WordTraits.Proper) ? -3 : -9;
        if (word.Has(WordTraits.Upper))
            return word.Has(WordTraits.Proper) ? 0 : -2;
        double unknown = Unknown(text, word) + (word.Has(WordTraits.Proper) ? 1.2 : 0);
        return word.Has(WordTraits.RareFirst) ? Math.Max(unknown, 3.2) : unknown;
    }

    // "policy-specific", "uh-huh": what stands behind the hyphen is a word, and written like one.
    private static bool IsCompound(FoldedText text, EnglishWord word)
    {
        int hyphen = text.Lower.LastIndexOf('-', word.End - 1, word.Length);
        if (hyphen < 0 || char.IsUpper(text[hyphen + 1]))
            return false;
        WordTraits rest = EnglishLexicon.Of(text.Lower.AsSpan(hyphen + 1, word.End - hyphen - 1));
        return (rest & WordTraits.NoName) != 0 || (word.End - hyphen > 4 && (rest & (WordTraits.Common | WordTraits.Plain)) != 0 && (rest & WordTraits.First) == 0);
    }

    // "Rose and Jennifer", "Jennifer & Rose": the other one is surely somebody's name.
    private static bool IsBesideName(FoldedText text, List<EnglishWord> words, int start, int end)
    {
        int before = IsAnd(text, words, start - 1) ? start - 2 : start > 0 && IsAmpersand(text, words[start - 1], words[start]) ? start - 1 : -1;
        int behind = IsAnd(text, words, end) ? end + 1 : end < words.Count && IsAmpersand(text, words[end - 1], words[end]) ? end : -1;
        return IsSurelyFirst(words, before) || IsSurelyFirst(words, behind);
    }

    private static bool IsAnd(FoldedText text, List<EnglishWord> words, int index) =>
        index > 0 && index + 1 < words.Count && words[index].Joined && words[index + 1].Joined && words[index].Lower(text) is "and";

    private static bool IsSurelyFirst(List<EnglishWord> words, int index) =>
        index >= 0 && words[index].Capital && words[index].Has(WordTraits.First) && !words[index].IsOrdinary && !words[index].Has(WordTraits.Ambiguous | WordTraits.NoName | WordTraits.Place);

    // SaaS, iPhone: capitals within, but for MacNair, O'Leary and the like.
    private static bool IsMixed(FoldedText text, EnglishWord word)
    {
        ReadOnlySpan<char> rest = text.Cased.AsSpan(word.Start + 1, word.Length - 1);
        return rest.IndexOfAnyInRange('A', 'Z') >= 0 && rest.IndexOfAny('-', '\'', '’') < 0 && !(word.Length > 4 && IsMac(word.Lower(text)));
    }

    private static double Unknown(FoldedText text, EnglishWord word)
    {
        if (word.Length < 3 || word.Lower(text).IndexOfAny(s_vowels) < 0 || text[word.End] is >= '0' and <= '9' || text[word.Start - 1] is '#' or '_' or '/' or '<' or '.')
            return Never;
        ReadOnlySpan<char> lower = word.Lower(text);
        if (IsSyllables(lower))
            return 4;
        foreach (string ending in s_nounEndings)
        {
            if (lower.EndsWith(ending, StringComparison.Ordinal))
                return -2;
        }

        foreach (string ending in s_medicineEndings)
        {
            if (lower.EndsWith(ending, StringComparison.Ordinal))
                return -4;
        }

        if (lower.IndexOf('-') is > 0 and var hyphen && ((EnglishLexicon.Of(lower[..hyphen]) | EnglishLexicon.Of(lower[(hyphen + 1)..])) & (WordTraits.First | WordTraits.Last)) != 0 && (EnglishLexicon.Of(lower[..hyphen]) & (WordTraits.Common | WordTraits.NoName)) == 0)
            return 3.5;
        bool foreign = lower.IndexOfAnyInRange('\u00C0', '\u024F') >= 0;
        return Math.Clamp((NameLikeness.Of(lower) * 2) + 0.6, -2, 2) + (foreign ? 1 : 0);
    }

    // Tzu-Ying, Min-seok: a given name of two syllables that are no words.
    private static bool IsSyllables(ReadOnlySpan<char> lower)
    {
        int hyphen = lower.IndexOf('-');
        return hyphen >= 2 && lower.Length is >= 6 and <= 11 && IsSyllable(lower[..hyphen]) && IsSyllable(lower[(hyphen + 1)..]);
    }

    private static bool IsSyllable(ReadOnlySpan<char> part)
    {
        if (part.Length is < 2 or > 5 || part is "fi" or "sci" or "low" || (EnglishLexicon.Of(part) & (WordTraits.Common | WordTraits.Plain)) != 0)
            return false;
        int vowel = part.IndexOfAny(s_plainVowels), end = part.LastIndexOfAny(s_plainVowels) + 1;
        return vowel is >= 0 and <= 2 && end - vowel <= 3 && part[vowel..end].IndexOfAnyExcept(s_plainVowels) < 0 && part[end..] is "" or "n" or "ng" or "k" or "l" or "m" or "p" or "t" or "h" or "r";
    }

    private static bool IsMac(ReadOnlySpan<char> lower) => lower.StartsWith("mc") || lower.StartsWith("mac") || lower.StartsWith("de") || lower.StartsWith("le") || lower.StartsWith("la") || lower.StartsWith("o'");

    private static double Before(FoldedText text, List<EnglishWord> words, int start, int end, double own, bool listed)
    {
        EnglishWord before = words[start - 1];
        ReadOnlySpan<char> lower = before.Lower(text);
        if (before.Capital && words[start].Joined && lower is "san" or "santa" or "saint" or "st" or "los" or "las" or "el" or "fort" or "mount" or "port" or "lake" or "new")
            return -7;
        if (before.Capital && !before.First && !before.Has(WordTraits.PersonCue | WordTraits.Title))
            return words[start].Joined && before.Length > 1 ? (own >= 6 ? -0.5 : -2.5) : 0;
        if (lower is "the")
            return listed ? -0.8 : -3.5;
        if (lower is "a" or "an")
            return listed ? -2 : -4;
        if (!before.Capital && before.Has(WordTraits.Organisation) && !before.Has(WordTraits.PersonCue))
            return listed ? -2 : -4;
        if (before.Has(WordTraits.Determiner))
            return listed ? -0.5 : -2.5;
        if (before.Has(WordTraits.PlaceCue))
            return words[start].Has(WordTraits.Place) && start + 1 == end ? -4 : own >= 5 ? -0.5 : lower is "in" ? -3 : -2;
        if (before.Has(WordTraits.PersonCue))
            return words[start].Has(WordTraits.Place) && !words[start].Joined ? 0 : 1.5;
        if (lower is "to" or "from" && start > 1 && !listed)
            return words[start - 2].Has(WordTraits.Journey) ? -4 : lower is "from" ? -1 : 0;
        if (lower is "to" or "from" && start > 1 && own < 6.5 && words[start - 2].Has(WordTraits.Journey))
            return words[start].Has(WordTraits.Place) ? -4 : -3;
        return lower is "and" or "or" && start > 1 && words[start - 2].Has(WordTraits.First) && words[start - 2].Capital ? 2 : 0;
    }

    private static double Behind(FoldedText text, List<EnglishWord> words, int end, EnglishWord last, bool listed)
    {
        if (IsFirm(text, words, end) || (end < words.Count && IsPartner(words[end]) && IsAmpersand(text, last, words[end])))
            return -6;
        bool possessive = text[last.End] is '\'' or '’' && text[last.End + 1] is 's' or 'S';
        double sum = possessive ? 0.7 : 0;
        if (possessive && end < words.Count && words[end].Start == last.End + 3 && words[end].Capital && words[end].Has(WordTraits.Organisation))
            return -6;
        if (end >= words.Count || !words[end].Joined)
            return sum;
        EnglishWord next = words[end];
        if (next.Capital && (next.Has(WordTraits.Organisation) || (next.Has(WordTraits.Place) && !next.Has(WordTraits.UsualFirst))))
            return -6;
        if (next.Has(WordTraits.Deed))
            return sum + 2.5;
        if (!next.Capital && next.Has(WordTraits.Organisation) && !next.Has(WordTraits.PersonCue | WordTraits.Deed))
            return sum - (possessive ? 0 : listed ? 2 : 4);
        if (!listed && next.Lower(text) is "of")
            return sum - 2;
        if (IsPast(text, next))
            return sum + 2;
        if (next.Capital && next.Length > 1 && !listed)
            sum -= 1.5;
        return sum;
    }

    private static bool IsPast(FoldedText text, EnglishWord word) => word.Has(WordTraits.Plain | WordTraits.Common) && word.Length > 4 && word.Lower(text).EndsWith("ed");

    // A capital in the midst of words without one; of a month it says nothing.
    private static bool IsAlone(List<EnglishWord> words, int start, int end) =>
        !words[start].First && words[start].Joined && (!words[start - 1].Capital || words[start - 1].First) && !words[start].Has(WordTraits.Month | WordTraits.Place)
        && (end >= words.Count || !words[end].Joined || !words[end].Capital);

    // Smith & Sons, Smith and Partners.
    private static bool IsFirm(FoldedText text, List<EnglishWord> words, int end)
    {
        int index = end < words.Count && words[end].Lower(text) is "and" ? end + 1 : end;
        return index < words.Count && words[index].Capital && words[index].Has(WordTraits.Organisation) && words[index].Start - words[end - 1].End <= 5
            && (index > end ? words[end].Joined && words[index].Joined : IsAmpersand(text, words[end - 1], words[index]));
    }

    private static bool IsAmpersand(FoldedText text, EnglishWord one, EnglishWord other) => other.Start - one.End <= 3 && text.Cased.AsSpan(one.End, other.Start - one.End).Trim() is "&";

    private static bool IsPartner(EnglishWord word) => word.Capital && word.Has(WordTraits.Last) && !word.Has(WordTraits.UsualFirst);

    // At the head of a sentence a capital says nothing.
    private static double Opening(FoldedText text, List<EnglishWord> words, int start, int end, bool vague)
    {
        EnglishWord last = words[end - 1];
        if (text[last.End] == ':' && end - start <= 2)
            return start == 0 || text[words[start].Start - 1] == '\n' ? 2 : -1;
        if (end < words.Count && words[end].Joined && !words[end].Capital)
        {
            if (words[end].Has(WordTraits.Deed) || (words[start].Has(WordTraits.UsualFirst) && IsPast(text, words[end])))
                return 1;
            if (words[end].Has(WordTraits.Auxiliary))
                return words[start].Has(WordTraits.UsualFirst) ? 1.5 : 0.5;
        }

        if (words[start].Start == 0 && last.End == text.Length)
            return 1;
        if (text[last.End] == ',' && (IsAge(text, last.End) || IsRequest(text, words, end, last)))
            return 3;
        bool field = text[words[start].Start - 1] == ':' || (text[words[start].Start - 1] == ' ' && text[words[start].Start - 2] is ':' or ' ');
        return field ? 0 : text[last.End] == ',' ? 1 : -1.5;
    }

    // "Employer: Harlow".
    private static bool IsOrganisation(FoldedText text, EnglishWord before, EnglishWord word) =>
        before.Has(WordTraits.Organisation) && text[before.End] == ':' && word.Start - before.End <= 3;

    // "Sivan, 34, …".
    private static bool IsAge(FoldedText text, int comma) =>
        text[comma + 1] == ' ' && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3]) && text[comma + 4] is ',' or '.' or ')' or ';';

    // "Sivan, can you …", "Sivan, please …".
    private static bool IsRequest(FoldedText text, List<EnglishWord> words, int end, EnglishWord last) =>
        end < words.Count && words[end].Start == last.End + 2 && words[end].Lower(text) is "please" or "can" or "could" or "would" or "will" or "any" or "do" or "did" or "are" or "have" or "you" or "your" or "thanks" or "thank";

    // "…, Mark!" and the like.
    private static bool IsAddressed(FoldedText text, EnglishWord first, EnglishWord last) =>
        text[first.Start - 1] == ' ' && text[first.Start - 2] == ',' && text[last.End] is '.' or '!' or '?' or '\0' or '\n';

    private static bool Follows(FoldedText text, EnglishWord before, EnglishWord word) =>
        word.Joined || (word.Start - before.End <= 2 && text.Cased.AsSpan(before.End, word.Start - before.End).IndexOfAnyExcept(s_light) < 0 && before.Has(WordTraits.PersonCue));
}
