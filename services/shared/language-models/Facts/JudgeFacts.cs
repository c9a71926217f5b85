using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.LanguageModels.Facts;

/// <summary>A label is to be judged; the answer is a <see cref="JudgeAnswer"/> as JSON.</summary>
/// <param name="Assignment">What was asked.</param>
/// <param name="Answer">The label.</param>
/// <param name="GateFailures">What the hard gates found; empty when the label passed them.</param>
/// <param name="Vote">Which of the independent verdicts this is, from 0.</param>
public sealed record JudgeFacts(LabelAssignment Assignment, string Answer, IReadOnlyList<string> GateFailures, int Vote) : ModelFacts(Assignment.Language);
