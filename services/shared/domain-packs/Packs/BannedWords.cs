namespace DialInsight.DomainPacks.Packs;

/// <summary>Finds words that no instruction of a business may hold.</summary>
public static class BannedWords
{
    /// <summary>The first banned word that a text holds, or null. Case does not matter; Latin words must stand alone, Chinese ones stand anywhere.</summary>
    /// <param name="banned">The words, as <see cref="DomainPack.BannedWords"/> has them for the text's language.</param>
    /// <param name="text">The text.</param>
    public static string? Find(IEnumerable<string> banned, string text) => banned.FirstOrDefault(word => Holds(text, word));

    private static bool Holds(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (StandsAlone(text, at, word))
                return true;
        }

        return false;
    }

    private static bool StandsAlone(string text, int at, string word)
    {
        int end = at + word.Length;
        return (at == 0 || !(char.IsAsciiLetterOrDigit(word[0]) && char.IsAsciiLetterOrDigit(text[at - 1])))
            && (end == text.Length || !(char.IsAsciiLetterOrDigit(word[^1]) && char.IsAsciiLetterOrDigit(text[end])));
    }
}
