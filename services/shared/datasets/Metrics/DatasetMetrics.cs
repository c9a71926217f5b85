namespace DialInsight.Datasets.Metrics;

/// <summary>The measures of a data set (method: quality).</summary>
public sealed record DatasetMetrics
{
    /// <summary>|D|, above 0.</summary>
    public required int Samples { get; init; }

    /// <summary>C_prompt = mean(L_P): tokens of the prompt without its dialogue.</summary>
    public required double PromptComplexity { get; init; }

    /// <summary>C_input = mean(⅓·L_C + ⅔·L_P), L_C the tokens of the dialogue.</summary>
    public required double InputComplexity { get; init; }

    /// <summary>R_k = Σ min(|G_i|, k) / |D| over communities at the threshold, 1/|D| to 1.</summary>
    public required PerText<double> Richness { get; init; }

    /// <summary>1 − R_k.</summary>
    public required PerText<double> Redundancy { get; init; }

    /// <summary>How many communities there are.</summary>
    public required PerText<int> Communities { get; init; }

    /// <summary>What the vectors are made of, for instance <c>qwen-tokens-idf</c>. The threshold belongs to it.</summary>
    public required string Encoder { get; init; }

    /// <summary>θ: the cosine from which two texts are of one community.</summary>
    public required double Threshold { get; init; }

    /// <summary>k: how many members of a community count as rich.</summary>
    public required int Top { get; init; }

    /// <summary>The levels of all labels, accepted or not; null where labels were not judged.</summary>
    public LabelQuality? LabelQuality { get; init; }

    /// <summary>Tokens by the Qwen tokenizer.</summary>
    public required PerText<Distribution> Tokens { get; init; }

    /// <summary>Characters (Unicode code points).</summary>
    public required PerText<Distribution> Characters { get; init; }

    /// <summary>Turns a dialogue.</summary>
    public required Distribution Turns { get; init; }

    /// <summary>How many samples are in each language, by <c>zh</c>, <c>en</c> and <c>other</c>: of prompt and answer.</summary>
    public IReadOnlyDictionary<string, int> Languages { get; init; } = new Dictionary<string, int>();

    /// <summary>The most frequent words of prompts, inputs and answers, by <c>en</c> (words) and <c>zh</c> (pairs of characters), without such as have no content of their own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<WordCount>> Words { get; init; } = new Dictionary<string, IReadOnlyList<WordCount>>();

    /// <summary>The headline measures by name, as messages carry them.</summary>
    public IReadOnlyDictionary<string, double> Headline()
    {
        var headline = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["samples"] = Samples,
            ["promptComplexity"] = PromptComplexity,
            ["inputComplexity"] = InputComplexity,
            ["richness.prompt"] = Richness.Prompt,
            ["richness.input"] = Richness.Input,
            ["richness.target"] = Richness.Target,
            ["redundancy.prompt"] = Redundancy.Prompt,
            ["redundancy.input"] = Redundancy.Input,
            ["redundancy.target"] = Redundancy.Target,
        };
        if (LabelQuality is { } quality)
        {
            headline["quality.high"] = quality.ShareHigh;
            headline["quality.medium"] = quality.ShareMedium;
            headline["quality.low"] = quality.ShareLow;
            headline["quality.unjudged"] = quality.ShareUnjudged;
        }

        return headline;
    }
}
