namespace DialInsight.DomainPacks.Recipes;

/// <summary>Which dialogues a recipe draws, and how often.</summary>
public sealed record SamplingPolicy
{
    /// <summary>How often a dialogue of a channel is drawn against those of others; 0 leaves the channel out, and one that is not named has 1.</summary>
    public IReadOnlyDictionary<string, double> Channels { get; init; } = new Dictionary<string, double>();

    /// <summary>The languages of dialogues and how often each is drawn; empty takes the recipe's language alone. Prompts and answers are in the recipe's
    /// language whatever the dialogue's.</summary>
    public IReadOnlyDictionary<string, double> Languages { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether a dialogue may be used for several task types.</summary>
    public bool ReuseDialogues { get; init; } = true;

    /// <summary>The most tokens of a dialogue in one prompt, 100 or more; a longer one is cut into windows of whole turns. Null takes what the model's context leaves room for.</summary>
    public int? WindowTokens { get; init; }

    /// <summary>How many turns a window repeats of the one before it, 0 to 50.</summary>
    public int OverlapTurns { get; init; } = 2;

    /// <summary>A channel's weight.</summary>
    public double OfChannel(string? channel) => channel is null ? 1 : Channels.GetValueOrDefault(channel, 1);
}
