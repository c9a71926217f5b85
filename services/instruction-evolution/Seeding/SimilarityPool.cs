using DialInsight.TextAnalysis.Overlap;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>A few instructions that new ones must differ from.</summary>
internal sealed class SimilarityPool
{
    private readonly RougeIndex _index;

    public SimilarityPool(string language, IEnumerable<string> texts)
    {
        _index = new RougeIndex(language);
        foreach (string text in texts)
            Add(text);
    }

    /// <summary>Whether the text's ROUGE-L F to a member is <paramref name="maximum"/> or more.</summary>
    public bool HasSimilar(string text, double maximum) => MaximumTo(text) >= maximum && _index.Count > 0;

    /// <summary>Adds a member.</summary>
    public void Add(string text) => _index.Add(text);

    /// <summary>The largest ROUGE-L F to a member, 0 to 1.</summary>
    public double MaximumTo(string text) => _index.Nearest(text)?.F ?? 0;
}
