using System.Globalization;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Folding;

namespace DialInsight.DomainPacks.Formats;

/// <summary>
/// The dialogue's words, to find quotations in: compared folded and in lower case, without white space and punctuation. Signs between digits
/// stay, as 3.5 is not 35. A quotation stands in one turn.
/// </summary>
internal sealed class QuotationIndex(IReadOnlyList<Turn> turns)
{
    private const int MostOnStack = 512;

    private readonly Lazy<string> words = new(() => string.Join('\n', turns.Select(turn => Normalise(turn.Text))));

    /// <summary>Whether the dialogue says it. Nothing that has no words is said.</summary>
    public bool Holds(string quotation)
    {
        string wanted = Normalise(quotation);
        return wanted.Length > 0 && words.Value.Contains(wanted, StringComparison.Ordinal);
    }

    private static string Normalise(string text)
    {
        string compatible = FoldedText.Of(text).ToLowerInvariant();
        Span<char> kept = compatible.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[compatible.Length];
        int count = 0;
        for (int i = 0; i < compatible.Length; i++)
        {
            if (IsWord(compatible[i]) || (compatible[i] != ',' && IsBetweenDigits(compatible, i)))
                kept[count++] = compatible[i];
        }

        return kept[..count].ToString();
    }

    // Half a pair is a sign beyond the basic plane: a rare character or an emoji, kept as it is.
    private static bool IsWord(char character) =>
        char.IsLetterOrDigit(character) || char.IsSurrogate(character) || character is '%' or '+'
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsBetweenDigits(string text, int at) =>
        at > 0 && at + 1 < text.Length && !char.IsWhiteSpace(text[at]) && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
}
