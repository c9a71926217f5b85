namespace DialInsight.Labeling.Labels;

/// <summary>Where the work on an attempt stands.</summary>
internal enum LabelState
{
    /// <summary>A worker is at it.</summary>
    Claimed,

    /// <summary>It has a valid answer.</summary>
    Labeled,

    /// <summary>No valid answer came of it.</summary>
    Failed,

    /// <summary>It was labelled, and erased with its transcript.</summary>
    Erased,

    /// <summary>It waits for a provider's batch file.</summary>
    Batched,
}
