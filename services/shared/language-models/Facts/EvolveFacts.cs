using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.LanguageModels.Facts;

/// <summary>An instruction is to be evolved by an operator (<c>add-constraint</c>, <c>deepen</c>, <c>concretise</c>, <c>increase-reasoning</c>,
/// <c>complicate-input</c>, <c>breadth</c>, <c>rewrite</c>); the answer is an <see cref="EvolveAnswer"/> as JSON.</summary>
public sealed record EvolveFacts(string Language, DomainPack Pack, Scenario Scenario, TaskType TaskType, IReadOnlyList<Turn> Dialogue, string Operator, string Instruction)
    : ModelFacts(Language);
