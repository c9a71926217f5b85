using System.Text;
using DialInsight.Contracts;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Tells why a conversation may be of no use: it is kept and says so.</summary>
public static class Coherence
{
    /// <summary>It has one turn, or hardly a word.</summary>
    public const string TooShort = "too-short";

    /// <summary>One side speaks.</summary>
    public const string SingleSpeaker = "single-speaker";

    /// <summary>Its letters make no text: decoded wrongly, symbols, one letter over and over.</summary>
    public const string Garbled = "garbled";

    /// <summary>It is neither Chinese nor English.</summary>
    public const string OtherLanguage = "other-language";

    private const int FewestWords = 6, Look = 20_000;

    /// <summary>The reasons; empty for a conversation that is one.</summary>
    /// <param name="turns">The turns, cleaned.</param>
    /// <param name="cleaned">The turns before those of one speaker were joined.</param>
    /// <param name="read">The turns as they were read, which may hold what stands for broken text.</param>
    /// <param name="language">The language.</param>
    internal static IReadOnlyList<string> Check(IReadOnlyList<Turn> turns, IReadOnlyList<Turn> cleaned, IReadOnlyList<Turn> read, string language)
    {
        string text = Beginning(turns);
        List<string> reasons = [];
        if (cleaned.Count < 2 || Words(text) < FewestWords)
            reasons.Add(TooShort);
        if (turns.All(turn => turn.Role == turns[0].Role))
            reasons.Add(SingleSpeaker);
        if (GarbledText.Is(text) || GarbledText.IsBroken(Beginning(read)))
            reasons.Add(Garbled);
        if (language == "other")
            reasons.Add(OtherLanguage);
        return reasons;
    }

    /// <summary>Words of scripts that space them, and characters of those that do not, up to a few.</summary>
    private static int Words(string text)
    {
        int words = 0;
        bool inWord = false;
        foreach (char letter in text)
        {
            bool isLetter = char.IsLetterOrDigit(letter);
            words += isLetter && (!inWord || letter >= '\u2E80') ? 1 : 0;
            inWord = isLetter;
            if (words >= FewestWords)
                break;
        }

        return words;
    }

    private static string Beginning(IReadOnlyList<Turn> turns)
    {
        var text = new StringBuilder();
        foreach (Turn turn in turns)
        {
            text.Append(turn.Text).Append('\n');
            if (text.Length > Look)
                break;
        }

        return text.ToString();
    }
}
