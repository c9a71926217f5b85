using System.Text.Json;
using DialInsight.DomainPacks.Recipes;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Instructions;

/// <summary>
/// Which approved instructions a cell of a recipe is worked with. The first run of a recipe takes what is approved when it starts and what its own batch
/// makes; later runs of it take the same, whatever other runs' batches added meanwhile, so that a second identical run asks for the same and is answered
/// from the cache. What people added by hand is used by every run, and what was retired by none.
/// </summary>
internal sealed class InstructionSelection(PromptAssemblyStore store, InstructionPool pool)
{
    /// <summary>What a cell has at a run's start.</summary>
    public async Task<KnownInstructions> KnownAsync(Recipe recipe, RecipeCell cell, CancellationToken cancellationToken)
    {
        List<InstructionDocument> approved = await pool.ListAsync(recipe.Domain, cell.Scenario, cell.Task, recipe.Language, cancellationToken);
        Versioned<SelectionDocument>? kept = await store.Selections.FindAsync(IdOf(recipe, cell.Scenario, cell.Task), cancellationToken);
        if (kept is null)
            return new KnownInstructions([.. approved.Select(instruction => instruction.Id)], IsComplete: false);

        HashSet<string> before = [.. kept.Document.Instructions];
        string[] again = [.. approved.Where(instruction => before.Contains(instruction.Id) || instruction.BatchId is null).Select(instruction => instruction.Id)];
        return new KnownInstructions(again, IsComplete: before.IsSubsetOf(again));
    }

    /// <summary>What a cell is worked with, ordered by id: what it had at the start, what its batch made, and what people added meanwhile.</summary>
    public async Task<IReadOnlyList<string>> SelectAsync(
        Recipe recipe, string scenario, string task, IReadOnlyList<string>? known, IReadOnlyList<string> made, CancellationToken cancellationToken)
    {
        HashSet<string>? chosen = known is null ? null : [.. known, .. made];
        List<InstructionDocument> approved = await pool.ListAsync(recipe.Domain, scenario, task, recipe.Language, cancellationToken);
        string[] selected = [.. approved.Where(instruction => chosen?.Contains(instruction.Id) != false || instruction.BatchId is null).Select(instruction => instruction.Id)];
        if (selected.Length > 0)
            await store.Selections.UpsertAsync(new SelectionDocument { Id = IdOf(recipe, scenario, task), Instructions = selected }, cancellationToken);
        return selected;
    }

    // What decides which instructions a recipe would have made; its name and its targets do not.
    private static string IdOf(Recipe recipe, string scenario, string task) => DeterministicId.Of(
        32, recipe.Domain, recipe.Language, scenario, task, $"{recipe.Seed}", $"{recipe.InstructionsPerCell}", JsonSerializer.Serialize(recipe.Curation));
}

/// <summary>The instructions a cell has at a run's start.</summary>
/// <param name="Ids">Their ids, in order.</param>
/// <param name="IsComplete">Whether they are what an earlier run of the recipe ended up with: then no more are made.</param>
internal sealed record KnownInstructions(IReadOnlyList<string> Ids, bool IsComplete);
