using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Quality.Judging;

/// <summary>One verdict of the judge's model.</summary>
/// <param name="Number">Which of the independent verdicts, from 0.</param>
/// <param name="Level">The level; null when the answer could not be read, a retry included.</param>
/// <param name="Evidence">What it gave as its grounds, before the level.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="Complexity">Its score of what is asked, 1 to 6; null where none was asked for, or the answer could not be read.</param>
/// <param name="Quality">Its score of the label, in the same way.</param>
internal sealed record Vote(int Number, QualityLevel? Level, IReadOnlyList<string> Evidence, string Model, int? Complexity = null, int? Quality = null);
