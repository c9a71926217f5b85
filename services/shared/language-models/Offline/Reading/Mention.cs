namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Finds words in texts without regard to case; Chinese words have none, and comparing them as they are is much faster.</summary>
internal static class Mention
{
    /// <summary>Whether a word is in a text.</summary>
    public static bool In(string text, string word) => IndexIn(text, word, 0) >= 0;

    /// <summary>Where a word is in a text from a position on, or -1.</summary>
    public static int IndexIn(string text, string word, int from) =>
        word.Length == 0 ? -1 : text.IndexOf(word, from, Terms.IsHan(word[0]) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
