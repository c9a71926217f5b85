namespace DialInsight.Datasets.Metrics;

/// <summary>Takes a data set's samples one after the other and computes its measures.</summary>
/// <param name="options">θ and k; null for the defaults.</param>
public sealed class MetricsCollector(MetricsOptions? options = null)
{
    private readonly MetricsOptions _options = options ?? MetricsOptions.Default;
    private readonly TextMeter _prompt = new();
    private readonly TextMeter _input = new();
    private readonly TextMeter _target = new();
    private readonly Tally _turns = new();
    private int _samples;
    private long _promptTokens;
    private long _inputTokens;

    /// <summary>How many samples there are so far.</summary>
    public int Count => _samples;

    /// <summary>Measures the next sample.</summary>
    /// <param name="prompt">The prompt without its dialogue.</param>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="turns">How many turns the dialogue has.</param>
    public void Add(string prompt, string dialogue, string answer, int turns)
    {
        _samples++;
        _promptTokens += _prompt.Add(prompt);
        _inputTokens += _input.Add(dialogue);
        _target.Add(answer);
        _turns.Add(turns);
    }

    /// <summary>The measures, and the communities they are of.</summary>
    /// <param name="quality">The levels of the labels; null where they were not judged.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">There was no sample.</exception>
    public (DatasetMetrics Metrics, PerText<IReadOnlyList<IReadOnlyList<int>>> Communities) Measure(
        LabelQuality? quality, CancellationToken cancellationToken)
    {
        if (_samples == 0)
            throw new InvalidOperationException("An empty data set has no measures.");
        var meters = new PerText<TextMeter>(_prompt, _input, _target);
        PerText<IReadOnlyList<IReadOnlyList<int>>> communities = meters.Select(meter => meter.Communities(_options.Threshold, cancellationToken));
        PerText<double> richness = communities.Select(found => TextAnalysis.Communities.Richness.Of(found, _options.Top, _samples));
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
            Encoder = CommunityFinder.Encoder,
            Threshold = _options.Threshold,
            Top = _options.Top,
            LabelQuality = quality,
            Tokens = meters.Select(meter => meter.Tokens()),
            Characters = meters.Select(meter => meter.Characters()),
            Turns = _turns.ToDistribution(),
        };
        return (metrics, communities);
    }

    /// <summary>R_k of random parts of what was collected.</summary>
    /// <param name="parts">How the parts are drawn.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer samples than a part takes.</exception>
    public PerText<RichnessInterval> Intervals(Subsampling parts, CancellationToken cancellationToken)
    {
        IReadOnlyList<int>[] draws = [.. Enumerable.Range(0, parts.Draws).Select(draw => parts.Draw(_samples, draw))];
        return new PerText<TextMeter>(_prompt, _input, _target)
            .Select(meter => RichnessInterval.Of(draws.Select(draw => meter.Richness(draw, _options, cancellationToken))));
    }
}
