namespace DialInsight.PromptAssembly.Attempts;

/// <summary>What came of issuing an attempt.</summary>
/// <param name="Issue">How it went.</param>
/// <param name="Attempt">Requested, or failed where its transcript was erased; null where none was issued.</param>
internal readonly record struct IssuedAttempt(Issue Issue, AttemptDocument? Attempt = null);

/// <summary>How issuing an attempt went.</summary>
internal enum Issue
{
    /// <summary>It is there now.</summary>
    New,

    /// <summary>It was there before.</summary>
    Known,

    /// <summary>The cell has no candidate for it.</summary>
    NoCandidate,

    /// <summary>The run may not issue any more for now, and was paused.</summary>
    Held,
}
