namespace DialInsight.LanguageModels.Facts;

/// <summary>Task narrative, guidelines and format text are to become one narrative; the answer is the narrative as prose.</summary>
public sealed record MergeFacts(string Language, string Task, string Guidelines, string Format) : ModelFacts(Language);
