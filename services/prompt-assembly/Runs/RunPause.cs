namespace DialInsight.PromptAssembly.Runs;

/// <summary>Why a run is paused.</summary>
internal sealed record RunPause
{
    public required PauseReason Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>In words, with what to do.</summary>
    public string? Detail { get; init; }

    /// <summary>What the request would have cost that the budget had no room for.</summary>
    public decimal Needed { get; init; }
}

/// <summary>What a run can be paused for.</summary>
internal enum PauseReason
{
    /// <summary>Somebody paused it.</summary>
    Operator,

    /// <summary>Its budget has no room for another request.</summary>
    Budget,

    /// <summary>The model refuses the key: no request would be answered.</summary>
    ModelAccess,
}
