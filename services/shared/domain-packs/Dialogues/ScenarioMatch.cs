using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Finds the scenario of a conversation.</summary>
public static class ScenarioMatch
{
    /// <summary>
    /// Finds the scenario: the given one where a pack knows it, else the one that its keywords speak loudest for, else the default. A keyword
    /// that occurs n times counts 1 + ln n; of equals the pack's first wins. Without packs the scenario is the given one, or <c>general</c>.
    /// </summary>
    /// <param name="packs">The packs.</param>
    /// <param name="domain">The pack to look in; null, or one that is not there, looks in all of them, and the strongest evidence wins.</param>
    /// <param name="scenario">The scenario as the record gave it: an id, an alias or a title; null when it gave none.</param>
    /// <param name="language">The conversation's language.</param>
    /// <param name="turns">The conversation.</param>
    public static (string? Domain, string Scenario, ScenarioOrigin Origin) Find(
        IDomainPacks packs, string? domain, string? scenario, string language, IReadOnlyList<Turn> turns)
    {
        IReadOnlyList<DomainPack> candidates = PackChoice.Of(packs, domain);
        if (candidates.Count == 0)
            return (null, string.IsNullOrWhiteSpace(scenario) ? "general" : Label.Clean(scenario), ScenarioOrigin.Default);
        return Given(candidates, scenario) ?? Matched(candidates, language, turns) ?? (candidates[0].Name, candidates[0].DefaultScenario, ScenarioOrigin.Default);
    }

    private static (string? Domain, string Scenario, ScenarioOrigin Origin)? Given(IReadOnlyList<DomainPack> packs, string? scenario)
    {
        string key = scenario is null ? "" : Label.Key(scenario);
        foreach (DomainPack pack in packs)
        {
            if (pack.Scenarios.FirstOrDefault(known => PackChoice.IsNamed(key, known.Id, known.Aliases, known.Title)) is { } given)
                return (pack.Name, given.Id, ScenarioOrigin.Given);
        }

        return null;
    }

    private static (string? Domain, string Scenario, ScenarioOrigin Origin)? Matched(
        IReadOnlyList<DomainPack> packs, string language, IReadOnlyList<Turn> turns)
    {
        (string? Domain, string Scenario, ScenarioOrigin Origin)? best = null;
        double loudest = 0;
        foreach (DomainPack pack in packs)
        {
            double[] evidence = KeywordEvidence.Of(pack, language).Weigh(turns);
            for (int i = 0; i < evidence.Length; i++)
            {
                if (evidence[i] > loudest)
                    (best, loudest) = ((pack.Name, pack.Scenarios[i].Id, ScenarioOrigin.Matched), evidence[i]);
            }
        }

        return best;
    }
}
