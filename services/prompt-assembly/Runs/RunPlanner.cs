using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Sampling;
using DialInsight.PromptAssembly.Transcripts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Freezes a run's dialogues, and tells what instructions its cells lack. Doing it again finds what was frozen.</summary>
internal sealed class RunPlanner(PromptAssemblyStore store, DialoguePool dialogues, InstructionSelection instructions, IDomainPacks packs)
{
    /// <summary>How many attempts of a run are outstanding at once, at most: some multiple of what the workers hold.</summary>
    public const int RunWindow = 512;

    private const int GroundingTranscripts = 4;

    /// <summary>The run's cells, their dialogues frozen.</summary>
    public async Task<IReadOnlyList<RunCell>> FreezeAsync(RunDocument run, CancellationToken cancellationToken)
    {
        int[] windows = Windows(run.Recipe, packs.Find(run.Recipe.Domain)!);
        IReadOnlyDictionary<string, IReadOnlyList<PooledDialogue>> drawn = await dialogues.DrawAsync(run.Recipe, cancellationToken);
        List<RunCell> cells = [];
        for (int index = 0; index < run.Recipe.Cells.Count; index++)
            cells.Add(await FreezeAsync(run, run.Recipe.Cells[index], windows[index], drawn[run.Recipe.Cells[index].Id], cancellationToken));

        return cells;
    }

    /// <summary>Shares the run's window among its cells by weighted draws: scenario × task type × the cell's own weight.</summary>
    internal static int[] Windows(Recipe recipe, DomainPack pack)
    {
        double[] weights =
        [
            .. recipe.Cells.Select(cell =>
                cell.Weight
                * pack.Scenarios.First(scenario => scenario.Id == cell.Scenario).Weight
                * pack.TaskTypes.First(task => task.Id == cell.Task).Weight),
        ];
        var draws = new AliasTable(weights);
        var random = new SeededRandom(recipe.Seed, "windows");
        int[] windows = new int[weights.Length];
        Array.Fill(windows, 1);
        for (int drawn = 0; drawn < RunWindow; drawn++)
            windows[draws.Draw(random)]++;

        return [.. windows.Select((window, index) => Math.Min(window, recipe.Cells[index].Target))];
    }

    private async Task<RunCell> FreezeAsync(
        RunDocument run, RecipeCell cell, int window, IReadOnlyList<PooledDialogue> drawn, CancellationToken cancellationToken)
    {
        string id = CellDocument.IdOf(run.Id, cell.Id);
        KnownInstructions known = await instructions.KnownAsync(run.Recipe, cell, cancellationToken);
        if (await store.Cells.FindAsync(id, cancellationToken) is null)
            await FreezeDialoguesAsync(run, cell, window, drawn, known, cancellationToken);

        CellDocument frozen = (await store.Cells.FindAsync(id, cancellationToken))!.Document;
        int missing = known.IsComplete ? 0 : run.Recipe.InstructionsPerCell - (frozen.KnownInstructions ?? known.Ids).Count;
        return new RunCell
        {
            CellId = cell.Id,
            Scenario = cell.Scenario,
            TaskType = cell.Task,
            Target = cell.Target,
            InstructionsWanted = frozen.Obstacle is null ? Math.Max(0, missing) : 0,
            GroundingTranscripts = await GroundingAsync(frozen, cancellationToken),
        };
    }

    private async Task FreezeDialoguesAsync(
        RunDocument run, RecipeCell cell, int window, IReadOnlyList<PooledDialogue> drawn, KnownInstructions known, CancellationToken cancellationToken)
    {
        // No more than its attempts can use.
        PooledDialogue[] frozen = [.. drawn.Take((int)Math.Min((long)cell.Target * run.Recipe.Attempts, int.MaxValue))];
        int number = 0;
        foreach (PooledDialogue[] chunk in frozen.Chunk(DialogueChunk.Size))
            await store.Dialogues.UpsertAsync(DialogueChunk.Of(DialogueChunk.IdOf(run.Id, cell.Id, number++), chunk), cancellationToken);

        await store.Cells.InsertAsync(
            new CellDocument
            {
                Id = CellDocument.IdOf(run.Id, cell.Id),
                RunId = run.Id,
                CellId = cell.Id,
                Scenario = cell.Scenario,
                TaskType = cell.Task,
                Target = cell.Target,
                Dialogues = frozen.Length,
                KnownInstructions = known.Ids,
                Window = window,
                Obstacle = frozen.Length > 0 ? null : $"there is no dialogue of the scenario {cell.Scenario} in the language {run.Recipe.Language}{(run.Recipe.Sampling.ReuseDialogues ? "" : " that no other task has taken")}",
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<string>> GroundingAsync(CellDocument cell, CancellationToken cancellationToken)
    {
        if (cell.Dialogues == 0)
            return [];

        Versioned<DialogueChunk> first = (await store.Dialogues.FindAsync(DialogueChunk.IdOf(cell.RunId, cell.CellId, 0), cancellationToken))!;
        return [.. first.Document.Transcripts.Distinct().Take(GroundingTranscripts)];
    }
}
