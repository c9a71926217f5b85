namespace DialInsight.Pseudonyms.Names;

/// <summary>How much the letters of an unknown word are those of names rather than of words: the mean logarithm of the ratio of trigram counts, learned from the lists.</summary>
internal static class NameLikeness
{
    private const int Letters = 27;
    private const WordTraits Words = WordTraits.Common | WordTraits.Plain | WordTraits.Rare;
    private static readonly int[] s_names = new int[Letters * Letters * Letters];
    private static readonly int[] s_words = new int[Letters * Letters * Letters];
    private static int s_nameCount, s_wordCount;

    /// <summary>Learns from a word of the lists. Not to be called but while they are read.</summary>
    public static void Learn(ReadOnlySpan<char> word, WordTraits traits)
    {
        bool name = (traits & (WordTraits.First | WordTraits.Last)) != 0 && (traits & Words) == 0;
        if (!name && ((traits & Words) == 0 || (traits & (WordTraits.First | WordTraits.Last)) != 0))
            return;
        int[] counts = name ? s_names : s_words;
        int trigram = 0;
        for (int index = 0; index <= word.Length; index++)
        {
            trigram = Next(trigram, word, index);
            counts[trigram]++;
        }

        if (name)
            s_nameCount += word.Length + 1;
        else
            s_wordCount += word.Length + 1;
    }

    /// <summary>The likeness of a word in lower case: above 0 rather a name, below 0 rather a word.</summary>
    public static double Of(ReadOnlySpan<char> word)
    {
        double sum = 0;
        int trigram = 0;
        for (int index = 0; index <= word.Length; index++)
        {
            trigram = Next(trigram, word, index);
            sum += Math.Log((s_names[trigram] + 0.5) * s_wordCount / ((s_words[trigram] + 0.5) * s_nameCount));
        }

        return sum / (word.Length + 1);
    }

    private static int Next(int trigram, ReadOnlySpan<char> word, int index) =>
        ((trigram * Letters) + (index < word.Length && word[index] is >= 'a' and <= 'z' ? word[index] - 'a' + 1 : 0)) % (Letters * Letters * Letters);
}
