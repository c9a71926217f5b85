using DialInsight.Client.Runs;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.Hosting.Facts;
using DialInsight.PromptAssembly.Recipes;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>What people and programs can do with runs.</summary>
internal sealed class RunCommands(PromptAssemblyStore store, FactLog<RunDocument> runs, RunEnd end, RunPausing pausing, RecipeBook recipes, IDomainPacks packs, TimeProvider time)
{
    /// <summary>Creates a run. The same id twice is the same run; null when the id belongs to a run of another recipe.</summary>
    public async Task<RunDocument?> CreateAsync(
        Recipe recipe, string? id, int? expectedTranscripts, string createdBy, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var run = new RunDocument
        {
            Id = id ?? $"{recipe.Name}-{Guid.CreateVersion7(now).ToString("N")[..20]}",
            Recipe = recipe,
            RecipeVersion = await recipes.KeepAsync(recipe, createdBy, cancellationToken),
            Domain = packs.Find(recipe.Domain)!.Reference,
            State = RunState.Collecting,
            CreatedAt = now,
            CreatedBy = createdBy,
            ExpectedTranscripts = expectedTranscripts,
            BudgetLimit = recipe.Budget?.Limit,
        };
        if (await runs.InsertAsync(run, cancellationToken))
            return run;

        RunDocument known = (await store.Runs.FindAsync(run.Id, cancellationToken))!.Document;
        return RecipeText.Json(known.Recipe) == RecipeText.Json(recipe) ? known : null;
    }

    /// <summary>Pauses a running run. False when it is in no state to be paused.</summary>
    public Task<bool> PauseAsync(string id, string by, CancellationToken cancellationToken) =>
        pausing.PauseAsync(id, new RunPause { Reason = PauseReason.Operator, At = time.GetUtcNow(), Detail = $"by {by}" }, cancellationToken);

    /// <summary>Resumes a paused run. False when it is not paused.</summary>
    public Task<bool> ResumeAsync(string id, CancellationToken cancellationToken) => pausing.ResumeAsync(id, cancellationToken);

    /// <summary>Cancels a run, also one that is cancelled. False when it ended otherwise.</summary>
    public async Task<bool> CancelAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.Runs.FindAsync(id, cancellationToken) is not ({ Document.IsOver: false } or { Document.State: RunState.Cancelled }))
            return false;

        await end.CancelAsync(id, cancellationToken);
        return true;
    }
}
