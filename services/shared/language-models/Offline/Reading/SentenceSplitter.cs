namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Finds the sentences of a turn. What a recogniser wrote without marks is cut at pauses, or at spaces, so that no piece runs on for ever.</summary>
internal static class SentenceSplitter
{
    private const int LongestHan = 80;
    private const int LongestLatin = 220;

    /// <summary>The ranges of the sentences in a text, trimmed; pieces without a letter or digit are left out.</summary>
    public static void Split(string text, List<Range> into)
    {
        int start = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (!Ends(text, index))
                continue;
            while (index + 1 < text.Length && text[index + 1] is '。' or '！' or '？' or '!' or '?' or '”' or '"' or '…')
                index++;
            AddPieces(text, start, index + 1, into);
            start = index + 1;
        }

        AddPieces(text, start, text.Length, into);
    }

    private static bool Ends(string text, int index) => text[index] switch
    {
        '。' or '！' or '？' or '!' or '?' or '；' or ';' or '\n' or '\r' => true,
        '.' => (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])) && !IsAbbreviation(text, index),
        _ => false,
    };

    private static bool IsAbbreviation(string text, int dot)
    {
        int start = dot;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        ReadOnlySpan<char> word = text.AsSpan(start, dot - start);
        return word.Length == 1 || word is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "No" or "vs";
    }

    private static void AddPieces(string text, int start, int end, List<Range> into)
    {
        while (end - start > 0)
        {
            int longest = Terms.IsHan(text[start + ((end - start) / 2)]) ? LongestHan : LongestLatin;
            int cut = end - start <= longest ? end : Cut(text, start, start + longest);
            AddTrimmed(text, start, cut, into);
            start = cut;
        }
    }

    private static int Cut(string text, int start, int limit)
    {
        int earliest = start + ((limit - start) / 3);
        for (int index = limit - 1; index > earliest; index--)
        {
            if (text[index] is '，' or ',' or '、' && (index + 1 == text.Length || !char.IsDigit(text[index + 1])))
                return index + 1;
        }

        for (int index = limit - 1; index > earliest; index--)
        {
            if (char.IsWhiteSpace(text[index]))
                return index + 1;
        }

        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }

    private static void AddTrimmed(string text, int start, int end, List<Range> into)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        // A sentence in brackets is a picture, a sticker or a recogniser's remark.
        ReadOnlySpan<char> piece = text.AsSpan(start, end - start);
        if (piece.ContainsAnyLetterOrDigit() && !(piece[0] == '[' && piece.IndexOf(']') == piece.Length - 1))
            into.Add(start..end);
    }

    private static bool ContainsAnyLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (char.IsLetterOrDigit(character))
                return true;
        }

        return false;
    }
}
