using System.Collections.Frozen;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>Finds English names by lists of first and last names, titles, introductions, greetings, sign-offs and capitals.</summary>
internal static class EnglishNameScanner
{
    private const int LongestName = 4;

    // Each with how sure a name follows: what is said to be a name may be in lower case.
    private static readonly (string[] Words, bool Sure)[] s_introductions =
    [
        (["name", "is"], true), (["named"], true), (["name's"], true), (["call", "me"], true), (["name"], false), (["i", "am"], false), (["i'm"], false), (["this", "is"], false), (["speaking", "with"], false),
        (["speak", "with"], false), (["speak", "to"], false), (["meet"], false), (["hi"], false), (["hello"], false), (["hey"], false), (["dear"], false), (["thanks"], false), (["thank", "you"], false), (["regards"], false),
        (["sincerely"], false), (["cheers"], false), (["attn"], false), (["contact"], false), (["ask", "for"], false), (["signed"], false), (["directed", "by"], false), (["says"], false), (["said"], false), (["told"], false), (["wishes"], false), (["patient"], false), (["customer"], false), (["client"], false), (["agent"], false),
    ];

    private static readonly FrozenDictionary<string, (string[] Words, bool Sure)[]> s_byLastWord =
        s_introductions.GroupBy(introduction => introduction.Words[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly string[] s_particles = ["de", "da", "del", "della", "van", "von", "der", "den", "di", "du", "la", "le", "el", "al", "bin", "ibn", "ben", "dos", "ter", "af", "zu", "mc", "st"];
    internal static readonly string[] Organisations = ["inc", "ltd", "llc", "corp", "corporation", "company", "group", "plc", "gmbh", "bank", "university", "college", "hospital", "street", "road", "avenue", "lane", "court", "park", "hotel", "school", "airport", "station", "club", "fc", "county", "city", "and", "&"];

    /// <summary>Claims the English names of a text.</summary>
    public static void Scan(FoldedText text, string? language, Findings findings)
    {
        List<EnglishWord> words = EnglishWord.Of(text);
        bool han = language?.StartsWith("zh", StringComparison.Ordinal) == true || text.Cased.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0;
        for (int index = 0; index < words.Count; index++)
        {
            int end = End(text, words, index);
            if (end < 0 && !han)
                end = UnknownNames.End(text, words, index) is > 0 and var unknown ? Extend(words, index, unknown) : -1;
            if (end > index && findings.TryAdd(words[index].Start, words[end - 1].End, IdentifierType.Name))
                index = end - 1;
        }
    }

    private static int End(FoldedText text, List<EnglishWord> words, int index)
    {
        EnglishWord word = words[index];
        if (word.Length < 2 && !word.IsInitial)
            return -1;
        bool titled = index > 0 && word.Joined && EnglishNames.IsTitle(words[index - 1].Lower) && word.Capital && words[index - 1].Capital;
        if (titled && !EnglishNames.IsTitle(word.Lower) && (!EnglishNames.IsWord(word.Lower) || EnglishNames.IsLast(word.Lower) || EnglishNames.IsFirst(word.Lower)))
            return Extend(words, index, index + 1);
        bool introduced = Introduced(text, words, index, out bool sure);
        if (introduced && IsPlausible(word, sure))
            return Extend(words, index, index + 1);
        if (!word.Capital || word.Length < 2)
            return -1;
        return ByLists(words, index);
    }

    private static bool IsPlausible(EnglishWord word, bool sure)
    {
        bool known = EnglishNames.IsFirst(word.Lower) || EnglishNames.IsLast(word.Lower);
        if (word.Length < 2)
            return false;
        if (word.Capital)
            return !EnglishNames.IsWord(word.Lower) && (sure || known || word.Length > 3);
        return sure && EnglishNames.IsFirst(word.Lower) && !EnglishNames.IsWord(word.Lower);
    }

    private static bool Introduced(FoldedText text, List<EnglishWord> words, int index, out bool sure)
    {
        sure = false;
        if (index == 0 || !s_byLastWord.TryGetValue(words[index - 1].Lower, out (string[] Words, bool Sure)[]? introductions))
            return false;
        foreach ((string[] introduction, bool certain) in introductions)
        {
            int start = index - introduction.Length;
            if (start < 0 || words[index].Start - words[index - 1].End > 3 || text.Cased.AsSpan(words[index - 1].End, words[index].Start - words[index - 1].End).IndexOfAny(".!?;)") >= 0)
                continue;
            bool equal = true;
            for (int word = 0; word < introduction.Length && equal; word++)
                equal = words[start + word].Lower == introduction[word];
            if (equal)
            {
                sure = certain;
                return true;
            }
        }

        return false;
    }

    private static int ByLists(List<EnglishWord> words, int index)
    {
        EnglishWord word = words[index];
        bool first = EnglishNames.IsFirst(word.Lower);
        bool ambiguous = EnglishNames.IsAmbiguous(word.Lower);
        int next = index + 1;
        while (next < words.Count && words[next].Joined && words[next].IsInitial)
            next++;
        bool followed = next < words.Count && words[next].Joined && words[next].Capital && words[next].Length > 1;
        if (followed)
        {
            string behind = words[next].Lower;
            bool last = EnglishNames.IsLast(behind) && !Organisations.Contains(behind);
            if (first && (last || (!EnglishNames.IsWord(behind) && (!ambiguous || next > index + 1))))
                return IsOrganisation(words, next + 1) ? -1 : Extend(words, index, next + 1);
            if (!EnglishNames.IsWord(word.Lower) && last && !EnglishNames.IsWord(behind))
                return IsOrganisation(words, next + 1) ? -1 : Extend(words, index, next + 1);
        }

        if (first && !ambiguous && word.Length > 2)
            return index + 1;
        return -1;
    }

    private static bool IsOrganisation(List<EnglishWord> words, int index) =>
        index < words.Count && words[index].Joined && Organisations.Contains(words[index].Lower) && words[index].Capital;

    // Takes in initials, particles and further capitalised words that are no common ones.
    private static int Extend(List<EnglishWord> words, int start, int end)
    {
        while (end < words.Count && end - start < LongestName && words[end].Joined)
        {
            EnglishWord word = words[end];
            bool particle = s_particles.Contains(word.Lower) && end + 1 < words.Count && words[end + 1].Joined && words[end + 1].Capital && !EnglishNames.IsWord(words[end + 1].Lower);
            bool initial = word.IsInitial && end + 1 < words.Count && words[end + 1].Joined && words[end + 1].Capital;
            bool name = word.Capital && word.Length > 1 && (!EnglishNames.IsWord(word.Lower) || (EnglishNames.IsLast(word.Lower) && end == start + 1));
            if (!particle && !initial && !name)
                break;
            end++;
        }

        return end;
    }
}
