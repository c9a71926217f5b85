namespace DialInsight.Client.Runs;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Waits until the transcripts that are on their way have arrived; then its dialogues are frozen.</summary>
    Collecting,

    /// <summary>Its cells are being filled.</summary>
    Running,

    /// <summary>Nothing new is requested; what was requested is still judged.</summary>
    Paused,

    /// <summary>Was paused, and its cells are being taken up again.</summary>
    Resuming,

    /// <summary>Every cell is filled or dry; the release is being decided.</summary>
    Completed,

    /// <summary>Its data set was released.</summary>
    Released,

    /// <summary>Its data set did not pass the gate.</summary>
    Refused,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}
