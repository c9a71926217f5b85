using DialInsight.Contracts;
using DialInsight.Storage;

namespace DialInsight.LanguageModels.Answers;

/// <summary>An answer that was paid for.</summary>
internal sealed record CachedAnswer
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<CachedAnswer> Collection { get; } =
        new("answers", answer => answer.Key, new IndexedField<CachedAnswer>("transcript", answer => answer.Transcript), new IndexedField<CachedAnswer>("at", answer => answer.At));

    /// <summary>The request's identity.</summary>
    public required string Key { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>Why it stopped.</summary>
    public required ModelStop Stop { get; init; }

    /// <summary>The log probabilities that were asked for.</summary>
    public IReadOnlyList<TokenLogProbability>? LogProbabilities { get; init; }

    /// <summary>What the call used when it was made.</summary>
    public required ModelSpend Spend { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The first transcript that the request quoted; the others are <see cref="Quotation"/>s.</summary>
    public string? Transcript { get; init; }

    /// <summary>The piece of work that it was bought for.</summary>
    public string? Work { get; init; }

    /// <summary>The answer again: free of charge, but for the piece of work that it was bought for.</summary>
    public ModelAnswer ToAnswer(ModelRequest request) => new()
    {
        Text = Text,
        Model = Model,
        Stop = Stop,
        LogProbabilities = LogProbabilities,
        Spend = IsBoughtFor(request) ? Spend : new ModelSpend(request.Purpose, Model, 0, 0, 0, 0),
        FromCache = true,
    };

    /// <summary>Whether it was bought for the same piece of work.</summary>
    public bool IsBoughtFor(ModelRequest request) => Work is not null && Work == request.Work;
}
