using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.LanguageModels.Facts;

/// <summary>New instructions are wanted; the answer is a <see cref="SeedAnswer"/> as JSON.</summary>
public sealed record SeedFacts(string Language, DomainPack Pack, Scenario Scenario, TaskType TaskType, IReadOnlyList<Turn> Dialogue, int Count, IReadOnlyList<string> Examples)
    : ModelFacts(Language);
