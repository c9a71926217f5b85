using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.LanguageModels.Facts;

/// <summary>A prompt is to be answered; the answer is in the assignment's output format.</summary>
public sealed record LabelFacts(LabelAssignment Assignment, DomainPack? Pack) : ModelFacts(Assignment.Language);
