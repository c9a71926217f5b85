using System.Buffers;

namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Words that speak for something. English words count as whole words only.</summary>
internal sealed class Cue
{
    private readonly SearchValues<string> _chinese;
    private readonly SearchValues<string> _english;

    /// <summary>A cue by its words, separated by spaces; <c>_</c> stands for a space inside an English one.</summary>
    public Cue(string chinese, string english)
    {
        _chinese = SearchValues.Create(Words(chinese), StringComparison.Ordinal);
        _english = SearchValues.Create(Words(english), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether one of the words is in a text.</summary>
    public bool In(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    /// <summary>Where the first of the words is in a text, or -1.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        int chinese = text.IndexOfAny(_chinese);
        return chinese >= 0 ? chinese : EnglishIn(text);
    }

    private int EnglishIn(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (from < text.Length)
        {
            int found = text[from..].IndexOfAny(_english);
            if (found < 0)
                return -1;
            if (from + found == 0 || !char.IsAsciiLetterOrDigit(text[from + found - 1]))
                return from + found;
            from += found + 1;
        }

        return -1;
    }

    private static string[] Words(string words) =>
        Array.ConvertAll(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), word => word.Replace('_', ' '));
}
