namespace DialInsight.Contracts.PromptAssembly;

/// <summary>How much leakage a data set may have, each a share from 0 to 1; null is not asked for.</summary>
/// <param name="Personal">Of the accepted samples, those whose answers hold personal data that neither dialogue nor prompt does.</param>
/// <param name="Split">Of the samples to validate and to test with, those whose conversation is nearly the same as one of another part.</param>
public sealed record LeakageCeiling(double? Personal = null, double? Split = null);
