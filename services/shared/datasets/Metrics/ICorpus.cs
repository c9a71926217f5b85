using DialInsight.TextAnalysis.Selection;

namespace DialInsight.Datasets.Metrics;

/// <summary>The different texts of a data set as vectors of one kind.</summary>
internal interface ICorpus
{
    /// <summary>Vectors of an encoder; of token counts where there is none.</summary>
    static ICorpus For(TextEncoder? encoder) => encoder is null ? new TokenCorpus() : new EncodedCorpus(encoder);

    /// <summary>What the vectors are made of.</summary>
    string Encoder { get; }

    /// <summary>How many texts have no vector yet.</summary>
    int Waiting { get; }

    /// <summary>Adds a text that was not there before: its number is one more than the last, from 0.</summary>
    void Add(SourcedText text, IReadOnlyList<int> tokens);

    /// <summary>Makes the vectors of those that wait.</summary>
    Task EncodeAsync(CancellationToken cancellationToken);

    /// <summary>The communities of texts, by position, the largest first; a number may be given more than once.</summary>
    IReadOnlyList<IReadOnlyList<int>> Communities(IReadOnlyList<int> texts, double threshold, CancellationToken cancellationToken);

    /// <summary>The best texts of which no two are too similar, by number, and what was passed over for them.</summary>
    DiverseChoice Choose(IReadOnlyList<double> scores, int most, double similarity, CancellationToken cancellationToken);
}
