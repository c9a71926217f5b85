namespace DialInsight.DomainPacks.Formats;

/// <summary>Something wrong with an answer.</summary>
/// <param name="Field">The field or column; empty where it is about the whole answer.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">What is wrong in words, in the prompt's language, fit for asking the model to repair it.</param>
public sealed record AnswerError(string Field, AnswerErrorKind Kind, string Message);
