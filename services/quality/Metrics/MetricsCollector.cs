namespace DialInsight.Quality.Metrics;

/// <summary>Takes a data set's samples one after the other and computes its measures.</summary>
internal sealed class MetricsCollector
{
    /// <summary>k of R_k.</summary>
    public const int Top = 1;

    private readonly TextMeter _prompt = new();
    private readonly TextMeter _input = new();
    private readonly TextMeter _target = new();
    private readonly Tally _turns = new();
    private int _samples;
    private long _promptTokens;
    private long _inputTokens;

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
    /// <exception cref="InvalidOperationException">There was no sample.</exception>
    public (DatasetMetrics Metrics, PerText<IReadOnlyList<IReadOnlyList<int>>> Communities) Measure(
        LabelQuality quality, CancellationToken cancellationToken)
    {
        if (_samples == 0)
            throw new InvalidOperationException("An empty data set has no measures.");
        var meters = new PerText<TextMeter>(_prompt, _input, _target);
        PerText<IReadOnlyList<IReadOnlyList<int>>> communities = meters.Select(meter => meter.Communities(cancellationToken));
        PerText<double> richness = communities.Select(found => TextAnalysis.Communities.Richness.Of(found, Top, _samples));
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
            Threshold = CommunityFinder.Threshold,
            Top = Top,
            LabelQuality = quality,
            Tokens = meters.Select(meter => meter.Tokens()),
            Characters = meters.Select(meter => meter.Characters()),
            Turns = _turns.ToDistribution(),
        };
        return (metrics, communities);
    }
}
