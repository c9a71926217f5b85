using System.Runtime.InteropServices;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.Datasets.Metrics;

/// <summary>
/// Counts the words of texts as they pass: English ones in lower case, Chinese ones as pairs of neighbouring characters, since most Chinese words are two characters long and pairs need no dictionary that
/// a domain's words would be missing from. Words without content of their own are left out. Memory is bounded: where there are too many different words, the rare ones go.
/// </summary>
internal sealed class WordTally
{
    private const int MostHeld = 1 << 17, Longest = 32;
    private readonly Dictionary<string, long> _english = new(StringComparer.Ordinal), _chinese = new(StringComparer.Ordinal);

    /// <summary>Counts the words of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        Span<char> word = stackalloc char[Longest];
        int length = 0;
        char before = '\0';
        foreach (char character in text)
        {
            if (char.IsAsciiLetter(character))
            {
                if (length < Longest)
                    word[length] = char.ToLowerInvariant(character);
                length++;
            }
            else
            {
                EndWord(word, ref length);
            }

            bool isHan = character is >= '\u4E00' and <= '\u9FFF' && !StopWords.HoldsCharacter(character);
            if (isHan && before != '\0')
                Count(_chinese, [before, character]);
            before = isHan ? character : '\0';
        }

        EndWord(word, ref length);
    }

    /// <summary>The most frequent words by language, the most frequent first; a language without any is left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<WordCount>> Top(int most)
    {
        var top = new SortedDictionary<string, IReadOnlyList<WordCount>>(StringComparer.Ordinal);
        foreach ((string language, Dictionary<string, long> counts) in (ReadOnlySpan<(string, Dictionary<string, long>)>)[("en", _english), ("zh", _chinese)])
        {
            if (counts.Count > 0)
                top[language] = [.. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(most).Select(entry => new WordCount(entry.Key, entry.Value))];
        }

        return top;
    }

    private void EndWord(ReadOnlySpan<char> word, ref int length)
    {
        if (length is > 1 and <= Longest && !StopWords.HoldsWord(word[..length]))
            Count(_english, word[..length]);
        length = 0;
    }

    private static void Count(Dictionary<string, long> counts, ReadOnlySpan<char> word)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(counts.GetAlternateLookup<ReadOnlySpan<char>>(), word, out _)++;
        // Whatever occurred least often so far goes: a frequent word is seen again.
        for (long least = 1; counts.Count > MostHeld; least++)
        {
            foreach (string rare in counts.Where(entry => entry.Value <= least).Select(entry => entry.Key).ToArray())
                counts.Remove(rare);
        }
    }
}

/// <summary>How often a word occurs.</summary>
/// <param name="Word">The word.</param>
/// <param name="Count">How often, in prompts, inputs and answers.</param>
public sealed record WordCount(string Word, long Count);
