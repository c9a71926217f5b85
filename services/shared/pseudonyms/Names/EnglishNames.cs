using System.Collections.Frozen;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>The usual English names, which surrogates are drawn from.</summary>
internal static class EnglishNames
{
    public static readonly string[] Male = WordLists.Words("en-first-male.txt");
    public static readonly string[] Female = WordLists.Words("en-first-female.txt");
    public static readonly string[] Last = WordLists.Words("en-last.txt");
    private static readonly FrozenSet<string> s_male = Male.ToFrozenSet();
    private static readonly FrozenSet<string> s_female = Female.ToFrozenSet();

    public static bool IsMale(string lower) => s_male.Contains(lower);

    public static bool IsFemale(string lower) => s_female.Contains(lower);

    /// <summary>Whether a word is a place, a people or a maker.</summary>
    public static bool IsPlace(string lower) => (EnglishLexicon.Of(lower) & WordTraits.Place) != 0;
}
