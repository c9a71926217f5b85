using System.Buffers;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.DomainPacks.Folding;

/// <summary>
/// Text in which the same words are the same characters: well formed, composed (NFC), full-width letters, digits and signs narrowed. That is
/// what of NFKC matters in conversations; the framework's own normalisation does nothing under invariant globalisation.
/// </summary>
internal static class FoldedText
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int WideToNarrow = FirstWide - '!';

    private static readonly SearchValues<char> Foldable =
        SearchValues.Create([.. Enumerable.Range(FirstWide, LastWide - FirstWide + 1).Select(code => (char)code), '\u3000', '\u00A0', '\uFFE5']);

    /// <summary>The folded text; the argument itself where nothing has to be folded.</summary>
    public static string Of(string text)
    {
        string composed = CanonicalComposition.Compose(WellFormedText.Of(text));
        return composed.AsSpan().ContainsAny(Foldable)
            ? string.Create(composed.Length, composed, static (folded, from) => Fold(from, folded))
            : composed;
    }

    private static void Fold(string from, Span<char> folded)
    {
        for (int i = 0; i < from.Length; i++)
        {
            folded[i] = from[i] switch
            {
                >= FirstWide and <= LastWide => (char)(from[i] - WideToNarrow),
                '\u3000' or '\u00A0' => ' ',
                '\uFFE5' => '¥',
                _ => from[i],
            };
        }
    }
}
