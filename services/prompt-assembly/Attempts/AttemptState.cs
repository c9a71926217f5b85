namespace DialInsight.PromptAssembly.Attempts;

/// <summary>What became of an attempt.</summary>
internal enum AttemptState
{
    /// <summary>Waits for its label or its judgement. Pending.</summary>
    Requested,

    /// <summary>Waits for a person. Pending.</summary>
    InReview,

    /// <summary>Fills its slot.</summary>
    Accepted,

    /// <summary>Judged, and not accepted; surplus counts here too.</summary>
    Rejected,

    /// <summary>Gave no sample, or none that could be judged.</summary>
    Failed,
}
