namespace DialInsight.ScriptedModel;

/// <summary>One call.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Key">The body's hash: the same for the same request.</param>
/// <param name="Status">The HTTP status; <see cref="Ledger.Broken"/> where none was sent in full.</param>
/// <param name="Did">What was done with it.</param>
public readonly record struct LedgerEntry(DateTimeOffset At, string Key, int Status, ScriptedBehaviour Did);
