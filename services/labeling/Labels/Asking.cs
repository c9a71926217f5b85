using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;

namespace DialInsight.Labeling.Labels;

/// <summary>One time that the model was asked in the course of an attempt. Kept where an attempt took more than one, or failed.</summary>
/// <param name="Purpose">What for: <c>label</c> or <c>repair</c>.</param>
/// <param name="At">When it was answered, or given up.</param>
/// <param name="Answer">The answer; null where there was none.</param>
/// <param name="Class">What was wrong with it; null when nothing was.</param>
/// <param name="Problems">What was wrong, as the model was told it.</param>
/// <param name="FromCache">Whether the answer had been bought before.</param>
/// <param name="Spend">What it cost; null where there was no answer.</param>
internal sealed record Asking(
    string Purpose, DateTimeOffset At, string? Answer, FailureClass? Class, IReadOnlyList<string> Problems, bool FromCache, ModelSpend? Spend);
