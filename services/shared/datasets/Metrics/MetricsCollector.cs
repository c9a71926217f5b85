using DialInsight.TextAnalysis.Language;

namespace DialInsight.Datasets.Metrics;

/// <summary>Takes a data set's samples one after the other and computes its measures.</summary>
/// <param name="options">θ and k; null for the defaults.</param>
/// <param name="encoder">What makes the vectors that communities are of; null for counts of tokens.</param>
public sealed class MetricsCollector(MetricsOptions? options = null, TextEncoder? encoder = null)
{
    private const int MostWords = 30;

    private readonly double _threshold = options?.Threshold ?? encoder?.Threshold ?? TokenCorpus.Threshold;
    private readonly int _top = (options ?? MetricsOptions.Default).Top;
    private readonly PerText<TextMeter> _meters = new(new(encoder), new(encoder), new(encoder));
    private readonly Tally _turns = new();
    private readonly WordTally _words = new();
    private readonly Dictionary<string, int> _languages = new() { ["zh"] = 0, ["en"] = 0, ["other"] = 0 };
    private int _samples;
    private long _promptTokens;
    private long _inputTokens;

    /// <summary>How many samples there are so far.</summary>
    public int Count => _samples;

    /// <summary>What the vectors are made of, as measures tell it; an encoder's dimension is in it once a text has its vector.</summary>
    public string Encoder => _meters.Prompt.Encoder;

    /// <summary>Measures the next sample.</summary>
    /// <param name="prompt">The prompt without its dialogue.</param>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="turns">How many turns the dialogue has.</param>
    /// <param name="transcript">The transcript that dialogue and answer quote, so that an encoder's vectors can be erased with it; null where there is none.</param>
    public void Add(string prompt, string dialogue, string answer, int turns, string? transcript = null)
    {
        _samples++;
        _promptTokens += _meters.Prompt.Add(new SourcedText(prompt));
        _inputTokens += _meters.Input.Add(new SourcedText(dialogue, transcript));
        _meters.Target.Add(new SourcedText(answer, transcript));
        _turns.Add(turns);
        _languages[LanguageDetector.Detect($"{prompt}\n{answer}")]++;
        foreach (string text in (ReadOnlySpan<string>)[prompt, dialogue, answer])
            _words.Add(text);
    }

    /// <summary>
    /// Has the encoder make the vectors of texts that wait for one, when so many do: call it with <see cref="TextEncoder.Batch"/> now and then, and with 1 before anything is measured.
    /// Without an encoder there is nothing to do.
    /// </summary>
    /// <exception cref="EncoderException">What it gave is no use. Whatever else the encoder throws comes through.</exception>
    public async Task EncodeAsync(int atLeast, CancellationToken cancellationToken)
    {
        foreach (TextMeter meter in (TextMeter[])[_meters.Prompt, _meters.Input, _meters.Target])
        {
            if (meter.Waiting >= atLeast)
                await meter.EncodeAsync(cancellationToken);
        }
    }

    /// <summary>The measures, and the communities they are of.</summary>
    /// <param name="quality">The levels of the labels; null where they were not judged.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="begun">Told which texts are compared next: prompts, inputs or targets. Of many thousands that takes its time.</param>
    /// <exception cref="InvalidOperationException">There was no sample, or texts wait for the encoder.</exception>
    public (DatasetMetrics Metrics, PerText<IReadOnlyList<IReadOnlyList<int>>> Communities) Measure(
        LabelQuality? quality, CancellationToken cancellationToken, Action<string>? begun = null)
    {
        if (_samples == 0)
            throw new InvalidOperationException("An empty data set has no measures.");
        CheckEncoded();
        PerText<IReadOnlyList<IReadOnlyList<int>>> communities = new(Of("prompts", _meters.Prompt), Of("inputs", _meters.Input), Of("targets", _meters.Target));
        PerText<double> richness = communities.Select(found => TextAnalysis.Communities.Richness.Of(found, _top, _samples));
        double prompt = (double)_promptTokens / _samples;
        double input = (double)_inputTokens / _samples;
        var metrics = new DatasetMetrics
        {
            Samples = _samples,
            PromptComplexity = prompt,
            InputComplexity = (input + (2 * prompt)) / 3,
            Richness = richness,
            Redundancy = richness.Select(share => 1 - share),
            Communities = communities.Select(found => found.Count),
            Encoder = Encoder,
            Threshold = _threshold,
            Top = _top,
            LabelQuality = quality,
            Tokens = _meters.Select(meter => meter.Tokens()),
            Characters = _meters.Select(meter => meter.Characters()),
            Turns = _turns.ToDistribution(),
            Languages = new Dictionary<string, int>(_languages),
            Words = _words.Top(MostWords),
        };
        return (metrics, communities);

        IReadOnlyList<IReadOnlyList<int>> Of(string texts, TextMeter meter)
        {
            begun?.Invoke(texts);
            return meter.Communities(_threshold, cancellationToken);
        }
    }

    /// <summary>R_k of random parts of what was collected.</summary>
    /// <param name="parts">How the parts are drawn.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer samples than a part takes.</exception>
    public PerText<RichnessInterval> Intervals(Subsampling parts, CancellationToken cancellationToken)
    {
        IReadOnlyList<int>[] draws = [.. Enumerable.Range(0, parts.Draws).Select(draw => parts.Draw(_samples, draw))];
        CheckEncoded();
        return _meters.Select(meter => RichnessInterval.Of(draws.Select(draw => meter.Richness(draw, _threshold, _top, cancellationToken))));
    }

    private void CheckEncoded()
    {
        if (_meters.Prompt.Waiting + _meters.Input.Waiting + _meters.Target.Waiting > 0)
            throw new InvalidOperationException("Texts wait for the encoder: EncodeAsync with 1 comes before measuring.");
    }
}
