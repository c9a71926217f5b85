namespace DialInsight.DomainPacks.Formats;

/// <summary>What came of validating an answer.</summary>
/// <param name="IsValid">Whether the answer fits its format.</param>
/// <param name="Canonical">The answer in its canonical form when it is valid; otherwise the answer as it was given, trimmed.</param>
/// <param name="Errors">What is wrong with it; empty when it is valid.</param>
public sealed record AnswerValidation(bool IsValid, string Canonical, IReadOnlyList<AnswerError> Errors);
