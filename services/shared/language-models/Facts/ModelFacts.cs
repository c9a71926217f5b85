namespace DialInsight.LanguageModels.Facts;

/// <summary>The typed facts behind a request's messages.</summary>
/// <param name="Language">The language of the answer: <c>zh</c> or <c>en</c>.</param>
public abstract record ModelFacts(string Language);
