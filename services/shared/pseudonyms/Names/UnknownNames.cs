using System.Collections.Frozen;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>
/// Finds names that are in no list by their capital and what stands around them: something that people do behind ("Torrin asked"), a possessive, someone related in front, a list
/// with a known name in it, an initial within ("Mijo C Adran"), a line of their own.
/// </summary>
internal static class UnknownNames
{
    private static readonly FrozenSet<string> s_deeds = new[]
    {
        "said", "says", "told", "tells", "asked", "asks", "called", "calls", "signed", "shouted", "whispered", "replied", "answered", "wrote", "writes", "thinks", "thought", "wants", "wanted", "likes", "loves", "feels", "felt",
        "lives", "lived", "works", "worked", "married", "died", "spent", "began", "sang", "sings", "performed", "plays", "played", "knows", "knew", "spoke", "speaks", "laughed", "laughs", "smiled", "agreed", "suggested", "believes", "believed",
        "reviewed", "scheduled", "prepared", "joined", "sent", "met", "went", "came", "invited", "explained", "mentioned", "requested", "confirmed", "noticed", "decided", "starred", "hosted",
        "stated", "testified", "graduated", "resigned", "argued", "admitted", "complained", "noted", "emailed", "phoned", "texted", "visited", "presented", "submitted", "please", "himself", "herself", "who", "whose", "has", "needs", "might",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_people = new[]
    {
        "friend", "brother", "sister", "wife", "husband", "son", "daughter", "boss", "colleague", "mother", "father", "cousin", "neighbour", "neighbor", "girlfriend", "boyfriend", "roommate", "nephew", "niece", "told", "asked", "met", "named",
        "singer", "actor", "actress", "author", "writer", "president", "chairman", "founder", "manager", "director", "professor", "captain", "because", "when", "though", "although", "him", "her", "hey", "hi", "hello", "bye", "wow", "yo", "lol", "thanks", "ask", "tell", "text",
        "invite", "meet", "marry", "love", "hate", "called", "spokesman", "spokeswoman", "analyst", "producer", "starring", "morning", "afternoon", "evening", "contact", "then", "client", "patient", "user", "student",

    }.ToFrozenSet();

    // Endings of what is done or had rather than of names.
    private static readonly string[] s_nounEndings = ["tion", "sion", "ment", "ments", "ions", "ing", "ings", "ity", "ities", "ance", "ence", "ness", "ship", "able", "ible", "ical", "ics", "ive", "ous", "ology", "ware", "ures", "ages", "ants", "ents", "ents", "ies", "sts", "ers", "orm", "ents", "ees", "ost", "osts", "ade", "nse", "come", "ful", "less", "line", "lines", "ory", "ary"];

    /// <summary>Behind the first word of such a name; -1 where there is none.</summary>
    public static int End(FoldedText text, List<EnglishWord> words, int index)
    {
        EnglishWord word = words[index];
        if (!IsCandidate(text, word))
            return -1;
        bool known = EnglishNames.IsPlace(word.Lower) || (EnglishNames.IsWord(word.Lower) && !EnglishNames.IsFirst(word.Lower) && !EnglishNames.IsLast(word.Lower));
        EnglishWord? next = index + 1 < words.Count && words[index + 1].Joined ? words[index + 1] : null;
        if (next is { Capital: false } deed && s_deeds.Contains(deed.Lower) && (!EnglishNames.IsWord(word.Lower) || EnglishNames.IsFirst(word.Lower)) && !Behind(words, index, "the"))
            return !known || deed.Lower is not ("has" or "needs" or "might" or "who" or "whose") ? index + 1 : -1;
        if (known || EnglishNames.IsWord(word.Lower) || EnglishNames.IsAmbiguous(word.Lower))
            return -1;
        bool label = text[word.End] == ':' && word.First && (index == 0 || text.Cased.AsSpan(words[index - 1].End, word.Start - words[index - 1].End).Contains('\n')) && text[word.End + 1] is '"' or '“' || (text[word.End] == ':' && text[word.End + 2] == '"' && word.First);
        if (label || IsWithKnown(text, words, index) || HasInitial(words, index))
            return index + 1;
        if (next is { Capital: true, Length: > 2 } second)
            return IsPair(text, words, index, second) ? index + 2 : -1;
        bool possessive = text[word.End] is '\'' or '\u2019' && text.Lower[Math.Min(word.End + 1, text.Length - 1)] == 's';
        return (possessive || (index > 0 && Near(text, words[index - 1], word) && s_people.Contains(words[index - 1].Lower) && !word.First && text[word.End] != ':')) && !Behind(words, index, "the") ? index + 1 : -1;
    }

    private static bool IsCandidate(FoldedText text, EnglishWord word) =>
        word.Capital && word.Length > 2 && word.Lower.Length > 0 && text.Lower.AsSpan(word.Start + 1, word.Length - 1).SequenceEqual(text.Cased.AsSpan(word.Start + 1, word.Length - 1)) | word.Lower.Contains('-', StringComparison.Ordinal)
        && !Array.Exists(s_nounEndings, ending => word.Lower.EndsWith(ending, StringComparison.Ordinal))
        && text[word.End] is not (>= '0' and <= '9') && text[word.Start - 1] is not ('@' or '#' or '_' or '/' or '<' or '.');

    // Two capitalised words that are in no list: a whole name unless an organisation's word follows or a place's stands in front.
    private static bool IsPair(FoldedText text, List<EnglishWord> words, int index, EnglishWord second)
    {
        if (EnglishNames.IsWord(second.Lower) || EnglishNames.IsPlace(second.Lower) || EnglishNameScanner.Organisations.Contains(second.Lower) || !IsCandidate(text, second))
            return false;
        bool third = index + 2 < words.Count && words[index + 2].Joined && words[index + 2].Capital && words[index + 2].Length > 1;
        bool inside = !words[index].First && words[index].Joined && !words[index - 1].Capital;
        bool foreign = text.Cased.AsSpan(words[index].Start, second.End - words[index].Start).IndexOfAnyInRange('\u00C0', '\u024F') >= 0;
        return (inside || foreign) && !third && text[second.End] != ':' && !Behind(words, index, "the") && !Behind(words, index, "in") && !Behind(words, index, "at") && !Behind(words, index, "of");
    }

    private static bool HasInitial(List<EnglishWord> words, int index) =>
        index + 2 < words.Count && words[index + 1].Joined && words[index + 1].IsInitial && words[index + 1].Lower is not ("i" or "a") && words[index + 2].Joined && words[index + 2].Capital && words[index + 2].Length > 2;

    // A neighbour in a list of names is a known one.
    private static bool IsWithKnown(FoldedText text, List<EnglishWord> words, int index) =>
        (index > 0 && IsKnown(words[index - 1]) && Listed(text, words[index - 1], words[index]))
        || (index > 1 && words[index - 1].Lower == "and" && words[index - 1].Joined && words[index].Joined && IsKnown(words[index - 2]))
        || (index + 1 < words.Count && IsKnown(words[index + 1]) && Listed(text, words[index], words[index + 1]));

    private static bool IsKnown(EnglishWord word) => word.Capital && EnglishNames.IsFirst(word.Lower) && !EnglishNames.IsAmbiguous(word.Lower);

    private static bool Listed(FoldedText text, EnglishWord first, EnglishWord second) => second.Start - first.End is >= 1 and <= 3 && text.Cased.AsSpan(first.End, second.Start - first.End).Trim() is "," or "&" or "/";

    private static bool Near(FoldedText text, EnglishWord first, EnglishWord second) => second.Start - first.End <= 2 && text.Cased.AsSpan(first.End, second.Start - first.End).IndexOfAnyExcept(" ,:") < 0;

    private static bool Behind(List<EnglishWord> words, int index, string word) => index > 0 && words[index].Joined && words[index - 1].Lower == word;
}
