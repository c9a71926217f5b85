using System.Collections.Frozen;

namespace DialInsight.Pseudonyms.Scanning;

/// <summary>Traditional characters as the Simplified ones of the word lists.</summary>
internal static class Traditional
{
    private static readonly FrozenDictionary<char, char> Simplified = Pairs(WordLists.Words("traditional.txt"));
    private static readonly FrozenDictionary<char, char> Reverse = Simplified.DistinctBy(pair => pair.Value).ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static char ToSimplified(char character) => character < '\u4E00' ? character : Simplified.GetValueOrDefault(character, character);

    public static char ToTraditional(char character) => Reverse.GetValueOrDefault(character, character);

    /// <summary>Whether a character is one that Simplified writing does not use.</summary>
    public static bool IsTraditional(char character) => Simplified.ContainsKey(character);

    private static FrozenDictionary<char, char> Pairs(string[] words) => words.DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
