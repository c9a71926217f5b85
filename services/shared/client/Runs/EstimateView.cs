namespace DialInsight.Client.Runs;

/// <summary>What a recipe would take and cost, told before anything is asked of a model.</summary>
public sealed record EstimateView
{
    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The cells.</summary>
    public required IReadOnlyList<CellEstimateView> Cells { get; init; }

    /// <summary>The tokens by what they are for: <c>seed</c> and <c>evolve</c> (instructions), <c>merge</c>, <c>label</c>, <c>judge</c>.</summary>
    public required IReadOnlyList<PurposeEstimateView> Purposes { get; init; }

    /// <summary>Requests for labels, all cells together.</summary>
    public required RangeView Requests { get; init; }

    /// <summary>Tokens read and written, all purposes together.</summary>
    public required RangeView Tokens { get; init; }

    /// <summary>Money in the currency of the configured prices; 0 where none are configured.</summary>
    public required RangeView Cost { get; init; }

    /// <summary>The recipe's currency; null where it names none.</summary>
    public string? Currency { get; init; }

    /// <summary>The recipe's budget; null where it has none.</summary>
    public decimal? Budget { get; init; }

    /// <summary>What stands in the way: targets that cannot be reached, a budget that will not do, prices that are not configured.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>What one cell would take.</summary>
/// <param name="Id">The cell, <c>scenario/task-type</c>.</param>
/// <param name="Target">Accepted samples that are wanted.</param>
/// <param name="Dialogues">The dialogues, or windows of them, that it would draw from.</param>
/// <param name="Instructions">The instructions that are there; those that are missing are made first.</param>
/// <param name="Requests">Requests for labels.</param>
/// <param name="Tokens">Tokens of labels and judgements.</param>
/// <param name="Cost">What these cost.</param>
public sealed record CellEstimateView(string Id, int Target, long Dialogues, int Instructions, RangeView Requests, RangeView Tokens, RangeView Cost);

/// <summary>What calls for one purpose would use.</summary>
/// <param name="Purpose">What they are for.</param>
/// <param name="Calls">How many.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Cost">Money.</param>
public sealed record PurposeEstimateView(string Purpose, long Calls, long InputTokens, long OutputTokens, decimal Cost);

/// <summary>What is expected, between what is little and what is much.</summary>
/// <param name="Low">It is hardly less.</param>
/// <param name="Expected">The most likely.</param>
/// <param name="High">It is hardly more.</param>
public sealed record RangeView(decimal Low, decimal Expected, decimal High);
