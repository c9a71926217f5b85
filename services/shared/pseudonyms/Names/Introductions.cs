using System.Collections.Frozen;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>The words by which English introduces a name, each with how surely one follows.</summary>
internal static class Introductions
{
    // What is surely a name may be in lower case.
    private static readonly (string[] Words, bool Sure)[] s_all =
    [
        (["name", "is"], true), (["named"], true), (["name's"], true), (["call", "me"], true), (["names"], false), (["name"], false), (["i", "am"], false), (["i'm"], false), (["im"], false), (["this", "is"], false), (["it's"], false), (["speaking", "with"], false), (["speaking", "to"], false),
        (["speak", "with"], false), (["speak", "to"], false), (["spoke", "with"], false), (["spoke", "to"], false), (["talk", "to"], false), (["talking", "to"], false), (["talked", "to"], false), (["meet"], false), (["hi"], false), (["hello"], false), (["hey"], false), (["dear"], false), (["thanks"], false), (["thank", "you"], false),
        (["regards"], false), (["best"], false), (["sincerely"], false), (["cheers"], false), (["love"], false), (["attn"], false), (["contact"], false), (["ask", "for"], false), (["asked", "for"], false), (["signed"], false), (["directed", "by"], false), (["says"], false), (["said"], false), (["told"], false), (["wishes"], false),
        (["patient"], false), (["customer"], false), (["client"], false), (["agent"], false), (["employee"], false), (["caller"], false), (["passenger"], false), (["guest"], false), (["tenant"], false), (["landlord"], false), (["recipient"], false), (["beneficiary"], false), (["supervisor"], false), (["under"], false),
        (["morning"], false), (["afternoon"], false), (["evening"], false), (["called"], false), (["goes", "by"], true), (["addressed", "to"], false), (["sorry"], false), (["okay"], false), (["ok"], false), (["welcome"], false), (["bye"], false), (["goodbye"], false), (["please"], false),
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_things = new[]
    {
        "place", "one", "it", "it's", "its", "thing", "something", "which", "that", "what", "what's", "movie", "film", "show", "series", "song", "album", "book", "novel", "game", "app", "tool", "library", "language", "project", "product", "package", "service",
        "drug", "medicine", "medication", "pill", "tablet", "cream", "inhaler", "disease", "condition", "virus", "dish", "dessert", "drink", "wine", "cheese", "brand", "model", "car", "ship", "boat", "dog", "cat", "horse", "pet", "town", "village", "city", "area", "island", "band",
    }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, (string[] Words, bool Sure)[]>.AlternateLookup<ReadOnlySpan<char>> s_byLastWord =
        s_all.GroupBy(introduction => introduction.Words[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray()).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that introductions end with.</summary>
    public static IEnumerable<string> LastWords => s_all.Select(introduction => introduction.Words[^1]).Distinct();

    /// <summary>Whether an introduction ends in front of a word; null for none, else whether a name surely follows.</summary>
    public static bool? Before(FoldedText text, List<EnglishWord> words, int index)
    {
        if (index == 0 || !words[index - 1].Has(WordTraits.Introduction) || !Near(text, words[index - 1].End, words[index].Start))
            return null;
        if (!s_byLastWord.TryGetValue(words[index - 1].Lower(text), out (string[] Words, bool Sure)[]? introductions))
            return null;
        foreach ((string[] introduction, bool sure) in introductions)
        {
            int start = index - introduction.Length;
            bool equal = start >= 0;
            for (int word = 0; equal && word < introduction.Length - 1; word++)
                equal = words[start + word].Lower(text).SequenceEqual(introduction[word]);
            if (equal)
                return sure;
        }

        return null;
    }

    /// <summary>Whether somebody names himself and goes on about himself: "this is sivan from accounts", "I'm sivan calling about …". The name may be in lower case then.</summary>
    public static bool IsOfSelf(FoldedText text, List<EnglishWord> words, int index)
    {
        if (index == 0 || !words[index - 1].Has(WordTraits.Introduction) || index + 1 >= words.Count || !words[index + 1].Joined || !words[index].Joined)
            return false;
        int next = index + 2 < words.Count && words[index + 2].Joined && !words[index + 1].IsOrdinary ? index + 2 : index + 1;
        ReadOnlySpan<char> before = words[index - 1].Lower(text);
        bool self = before is "i'm" or "im" || (before is "is" or "am" && index > 1 && words[index - 2].Lower(text) is "this" or "i");
        return self && words[next].Lower(text) is "from" or "here" or "calling" or "speaking" or "with";
    }

    /// <summary>Whether what stands before "called" or "named" in front of a word is a thing: "a place called …", "one named …".</summary>
    public static bool IsOfThing(FoldedText text, List<EnglishWord> words, int index)
    {
        if (words[index - 1].Lower(text) is not ("called" or "named"))
            return false;
        int thing = index - 2;
        while (thing >= 0 && index - thing < 5 && words[thing].Lower(text) is "is" or "was" or "are" or "actually" or "also" or "just" or "now")
            thing--;
        return thing >= 0 && words[index - 2].Joined && (words[thing].Has(WordTraits.Organisation) || s_things.Contains(words[thing].Lower(text)));
    }

    private static bool Near(FoldedText text, int end, int start) => start - end <= 5 && text.Cased.AsSpan(end, start - end).IndexOfAny(".!?;)") < 0;
}
