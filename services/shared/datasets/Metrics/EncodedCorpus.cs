using System.Globalization;
using DialInsight.TextAnalysis.Communities;
using DialInsight.TextAnalysis.Selection;

namespace DialInsight.Datasets.Metrics;

/// <summary>Texts as an encoder's vectors. A blank text is asked about nowhere: its vector is zero, similar to nothing.</summary>
internal sealed class EncodedCorpus(TextEncoder encoder) : ICorpus
{
    private readonly List<float[]?> _vectors = [];
    private readonly List<(int Number, SourcedText Text)> _waiting = [];
    private int _dimensions;

    public string Encoder => string.Create(CultureInfo.InvariantCulture, $"{encoder.Name} ({_dimensions} dimensions)");

    public int Waiting => _waiting.Count;

    public void Add(SourcedText text, IReadOnlyList<int> tokens)
    {
        if (!string.IsNullOrWhiteSpace(text.Text))
            _waiting.Add((_vectors.Count, text));
        _vectors.Add(null);
    }

    public async Task EncodeAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
            return;
        IReadOnlyList<ReadOnlyMemory<float>> vectors = await encoder.EncodeAsync([.. _waiting.Select(waiting => waiting.Text)], cancellationToken);
        for (int place = 0; place < _waiting.Count; place++)
            _vectors[_waiting[place].Number] = Checked(vectors[place]);
        _waiting.Clear();
    }

    public IReadOnlyList<IReadOnlyList<int>> Communities(IReadOnlyList<int> texts, double threshold, CancellationToken cancellationToken) =>
        CommunityDetection.Detect(Vectors(texts), threshold, minimumSize: 1, cancellationToken);

    public DiverseChoice Choose(IReadOnlyList<double> scores, int most, double similarity, CancellationToken cancellationToken) =>
        DiverseSelection.Choose(Vectors([.. Enumerable.Range(0, _vectors.Count)]), scores, most, similarity, cancellationToken);

    private float[][] Vectors(IReadOnlyList<int> texts)
    {
        var zero = new float[_dimensions];
        return [.. texts.Select(text => _vectors[text] ?? zero)];
    }

    private float[] Checked(ReadOnlyMemory<float> vector)
    {
        _dimensions = _dimensions == 0 ? vector.Length : _dimensions;
        return vector.Length == _dimensions
            ? vector.ToArray()
            : throw new EncoderException($"{encoder.Name} gave vectors of {_dimensions} and of {vector.Length} numbers: another model stands behind the name than before; give it a name of its own.");
    }
}
