using System.Collections.Frozen;
using DialInsight.LanguageModels.Offline.Facets;

namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>The words of all cues by their first two characters, so that one pass over a text finds every cue in it.</summary>
internal static class CueIndex
{
    private const int WholeWordsUpTo = 3;
    private static readonly FrozenDictionary<char, ulong> Characters;
    private static readonly FrozenDictionary<uint, (string Word, ulong Bit)[]> Starts;

    static CueIndex()
    {
        List<(string Word, ulong Bit)> words = [.. Cues.All.Concat(BusinessFacets.All.Select(facet => facet.Cue)).SelectMany(cue => cue.Words.Select(word => (word, cue.Bit)))];
        Characters = words.Where(entry => entry.Word.Length == 1).GroupBy(entry => entry.Word[0])
            .ToFrozenDictionary(group => group.Key, group => group.Aggregate(0UL, (bits, entry) => bits | entry.Bit));
        Starts = words.Where(entry => entry.Word.Length > 1).GroupBy(entry => Pair(entry.Word[0], entry.Word[1])).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The bits of all cues that have a word in a text.</summary>
    public static ulong BitsOf(ReadOnlySpan<char> text)
    {
        ulong bits = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (Characters.TryGetValue(text[index], out ulong found))
                bits |= found;
            bool inside = index > 0 && char.IsAsciiLetter(text[index]) && char.IsAsciiLetterOrDigit(text[index - 1]);
            if (inside || index + 1 == text.Length || !Starts.TryGetValue(Pair(text[index], text[index + 1]), out (string Word, ulong Bit)[]? words))
                continue;
            foreach ((string word, ulong bit) in words)
            {
                if ((bits & bit) == 0 && Begins(text[index..], word))
                    bits |= bit;
            }
        }

        return bits;
    }

    private static bool Begins(ReadOnlySpan<char> text, string word)
    {
        if (word.Length > 2 && !text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        if (word.Length > WholeWordsUpTo || !char.IsAsciiLetter(word[0]))
            return true;
        ReadOnlySpan<char> rest = text[word.Length..];
        bool plural = rest.Length > 0 && rest[0] is 's';
        return rest.Length == (plural ? 1 : 0) || !char.IsAsciiLetter(rest[plural ? 1 : 0]);
    }

    private static uint Pair(char first, char second) => ((uint)Lower(first) << 16) | Lower(second);

    private static char Lower(char character) => char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
}
