using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Finds the scenario of a conversation.</summary>
public static class ScenarioMatch
{
    /// <summary>Finds the scenario: the given one where a pack knows it, else the one that most keywords speak for, else the default.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="domain">The pack to look in; null looks in all of them, and the strongest evidence wins.</param>
    /// <param name="scenario">The scenario as the record gave it: an id, an alias or a title; null when it gave none.</param>
    /// <param name="language">The conversation's language.</param>
    /// <param name="turns">The conversation.</param>
    public static (string? Domain, string Scenario, ScenarioOrigin Origin) Find(
        IDomainPacks packs, string? domain, string? scenario, string language, IReadOnlyList<Turn> turns) => throw new NotImplementedException();
}
