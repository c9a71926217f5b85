using DialInsight.DomainPacks.Packs;

namespace DialInsight.InstructionEvolution;

/// <summary>What a cell's instructions are about: a task type in a scenario of a domain pack, in one language.</summary>
internal sealed record CellSubject(DomainPack Pack, Scenario Scenario, TaskType TaskType, string Language)
{
    /// <summary>The pack's exemplars for the cell, those of its own scenario first.</summary>
    public IReadOnlyList<Exemplar> Exemplars { get; } =
    [
        .. Pack.Exemplars
            .Where(exemplar => exemplar.Language == Language && exemplar.TaskType == TaskType.Id && (exemplar.Scenario is null || exemplar.Scenario == Scenario.Id))
            .OrderBy(exemplar => exemplar.Scenario is null),
    ];

    /// <summary>Words that no instruction of the business may hold.</summary>
    public IReadOnlyList<string> BannedWords => Pack.BannedWords.GetValueOrDefault(Language) ?? [];

    /// <summary>The subject, or null where the loaded packs do not know it.</summary>
    public static CellSubject? Find(IDomainPacks packs, string domain, string scenario, string taskType, string language) =>
        packs.Find(domain) is { } pack
        && pack.Languages.Contains(language)
        && pack.Scenarios.FirstOrDefault(known => known.Id == scenario) is { } foundScenario
        && pack.TaskTypes.FirstOrDefault(known => known.Id == taskType) is { } foundTask
            ? new CellSubject(pack, foundScenario, foundTask, language)
            : null;
}
