using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>What a person asks for: instructions for one or several task types of a scenario.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="TaskTypes">The task types' ids; each becomes a batch of its own.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Wanted">How many approved instructions each batch aims for, 1 to 100; 4 when absent.</param>
/// <param name="Curation"><c>manual</c> (default), <c>automatic</c>, or thresholds as a recipe gives them.</param>
/// <param name="Key">Makes the call repeatable, like the header Idempotency-Key.</param>
internal sealed record BatchRequest(
    string? Domain, string? Scenario, IReadOnlyList<string>? TaskTypes, string? Language, int? Wanted, JsonElement? Curation, string? Key)
{
    private const int MostWanted = 100;
    private const int DefaultWanted = 4;

    /// <summary>What is wrong with the request, by member; empty when nothing is.</summary>
    public Dictionary<string, string[]> Errors(IDomainPacks packs)
    {
        Dictionary<string, string[]> errors = [];
        if (packs.Find(Domain ?? "") is not { } pack)
        {
            errors["domain"] = [$"must be one of: {string.Join(", ", packs.All.Select(known => known.Name))}"];
            return errors;
        }

        if (pack.Scenarios.All(known => known.Id != Scenario))
            errors["scenario"] = [$"must be one of: {string.Join(", ", pack.Scenarios.Select(known => known.Id))}"];
        if (TaskTypes is not { Count: > 0 } || TaskTypes.Any(task => pack.TaskTypes.All(known => known.Id != task)))
            errors["taskTypes"] = [$"must hold at least one of: {string.Join(", ", pack.TaskTypes.Select(known => known.Id))}"];
        if (!pack.Languages.Contains(Language ?? ""))
            errors["language"] = [$"must be one of: {string.Join(", ", pack.Languages)}"];
        if (Wanted is < 1 or > MostWanted)
            errors["wanted"] = [$"must be 1 to {MostWanted}"];
        if (Policy() is null)
            errors["curation"] = ["must be \"manual\", \"automatic\", or an object with minimumGrounding (0 to 1), maximumSimilarity (0 to 1), rounds (0 to 10), breadthShare (0 to 1)"];
        return errors;
    }

    /// <summary>The batches asked for. Valid requests only.</summary>
    public IReadOnlyList<BatchDocument> ToBatches(string key, string requestedBy, DateTimeOffset now) =>
    [
        .. TaskTypes!.Distinct().Select((task, order) => new BatchDocument
        {
            Id = DeterministicId.Of(24, "batch-by-person", key, Domain!, Scenario!, task, Language!),
            Order = order,
            Domain = Domain!,
            Scenario = Scenario!,
            TaskType = task,
            Language = Language!,
            Wanted = Wanted ?? DefaultWanted,
            Curation = Policy()!,
            RequestedAt = now,
            RequestedBy = requestedBy,
        }),
    ];

    private CurationPolicy? Policy()
    {
        if (Curation is not { ValueKind: not JsonValueKind.Null } given)
            return CurationPolicy.Manual;
        if (given.ValueKind == JsonValueKind.String)
            return given.GetString() switch { "manual" => CurationPolicy.Manual, "automatic" => CurationPolicy.Thresholds, _ => null };
        try
        {
            CurationPolicy? policy = given.Deserialize<CurationPolicy>(DocumentJson.Options);
            bool valid = policy is { MinimumGrounding: >= 0 and <= 1, MaximumSimilarity: >= 0 and <= 1, Rounds: >= 0 and <= 10, BreadthShare: null or (>= 0 and <= 1) };
            // Thresholds that are given are there to decide, as in a recipe, unless it says otherwise.
            return !valid ? null : given.TryGetProperty("automatic", out _) ? policy : policy! with { Automatic = true };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
