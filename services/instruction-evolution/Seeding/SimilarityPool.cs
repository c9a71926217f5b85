using DialInsight.TextAnalysis.Overlap;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>Instructions that new ones must differ from.</summary>
internal sealed class SimilarityPool(string language, IEnumerable<string> texts)
{
    private readonly List<string> _texts = [.. texts];

    /// <summary>Whether the text's ROUGE-L F to a member is <paramref name="maximum"/> or more.</summary>
    public bool HasSimilar(string text, double maximum) => _texts.Exists(member => IsSimilar(text, member, maximum));

    /// <summary>Adds a member.</summary>
    public void Add(string text) => _texts.Add(text);

    /// <summary>The largest ROUGE-L F to a member, 0 to 1.</summary>
    public double MaximumTo(string text) => _texts.Count == 0 ? 0 : _texts.Max(member => RougeL.F(text, member, language));

    private bool IsSimilar(string text, string member, double maximum)
    {
        // F is at most 2·min / (m + n): lengths alone rule most members out.
        double first = InstructionWords.Length(text, language), second = InstructionWords.Length(member, language);
        double bound = 2 * Math.Min(first, second) / Math.Max(1, first + second);
        // Lengths count punctuation and overlap does not: the bound gets some slack.
        return bound + 0.15 >= maximum && RougeL.F(text, member, language) >= maximum;
    }
}
