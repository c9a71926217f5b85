using System.Collections.Frozen;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>What English names are made of.</summary>
internal static class EnglishNames
{
    public static readonly string[] Male = WordLists.Words("en-first-male.txt");
    public static readonly string[] Female = WordLists.Words("en-first-female.txt");
    public static readonly string[] Last = WordLists.Words("en-last.txt");
    private static readonly FrozenSet<string> s_male = Male.ToFrozenSet();
    private static readonly FrozenSet<string> s_female = Female.ToFrozenSet();
    private static readonly FrozenSet<string> s_last = Last.ToFrozenSet();
    private static readonly FrozenSet<string> s_ambiguous = WordLists.Read("en-ambiguous-first.txt");
    private static readonly FrozenSet<string> s_words = WordLists.Read("en-not-names.txt");
    private static readonly FrozenSet<string> s_places = WordLists.Read("en-places.txt");
    private static readonly FrozenSet<string> s_titles = WordLists.Read("en-titles.txt");

    public static bool IsMale(string lower) => s_male.Contains(lower);

    public static bool IsFemale(string lower) => s_female.Contains(lower);

    public static bool IsFirst(string lower) => IsMale(lower) || IsFemale(lower);

    public static bool IsLast(string lower) => s_last.Contains(lower);

    /// <summary>Whether a first name is a common word too.</summary>
    public static bool IsAmbiguous(string lower) => s_ambiguous.Contains(lower) || s_words.Contains(lower);

    /// <summary>Whether a word is common and no name.</summary>
    public static bool IsWord(string lower) => s_words.Contains(lower);

    /// <summary>Whether a word is a place, a people or a maker.</summary>
    public static bool IsPlace(string lower) => s_places.Contains(lower);

    public static bool IsTitle(string lower) => s_titles.Contains(lower);
}
