using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Recipes;
using DialInsight.LanguageModels.Settings;
using DialInsight.PromptAssembly.Sampling;
using Microsoft.Extensions.Options;

namespace DialInsight.PromptAssembly.Transcripts;

/// <summary>The dialogues that the cells of a recipe may draw, and the seeded order in which each cell does.</summary>
internal sealed class DialoguePool(TranscriptPool transcripts, IOptions<ModelSettings> settings)
{
    /// <summary>What prompt and answer take of a model's context, and the least that is left to a dialogue.</summary>
    private const int AroundDialogue = 4_000;
    private const int ShortestWindow = 500;

    private int MostTokens => Math.Max(ShortestWindow, settings.Value.Labeller.ContextTokens - AroundDialogue);

    /// <summary>Each cell's dialogues in the order in which it draws them, by the cell's id.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PooledDialogue>>> DrawAsync(Recipe recipe, CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyList<PooledDialogue>> drawn = new(StringComparer.Ordinal);
        foreach (IGrouping<string, RecipeCell> cells in recipe.Cells.GroupBy(cell => cell.Scenario))
        {
            List<PooledDialogue> pool = await ListAsync(recipe, cells.Key, cancellationToken);
            RecipeCell[] sharing = [.. cells];
            ILookup<string, PooledDialogue>? shares = recipe.Sampling.ReuseDialogues ? null : Share(recipe, cells.Key, sharing, pool);
            foreach (RecipeCell cell in sharing)
                drawn[cell.Id] = Order(recipe, cell, shares is null ? pool : [.. shares[cell.Id]]);
        }

        return drawn;
    }

    /// <summary>The part of a transcript that a run without a window of its own takes first; null where it takes all of it.</summary>
    public TurnWindow? FirstWindow(TranscriptDocument transcript) => Parts(transcript, MostTokens, overlap: 0).First().Window;

    private static PooledDialogue[] Order(Recipe recipe, RecipeCell cell, List<PooledDialogue> pool)
    {
        double[] weights = [.. pool.Select(dialogue => recipe.Sampling.OfChannel(dialogue.Channel) * OfLanguage(recipe, dialogue.Language))];
        return [.. WeightedOrder.Draw(weights, new SeededRandom(recipe.Seed, "dialogues", cell.Id)).Select(index => pool[index])];
    }

    // Windows of one dialogue stay together: the dialogue is one task's.
    private static ILookup<string, PooledDialogue> Share(Recipe recipe, string scenario, RecipeCell[] cells, List<PooledDialogue> pool)
    {
        string[] ids = [.. pool.Select(dialogue => dialogue.TranscriptId).Distinct()];
        new SeededRandom(recipe.Seed, "shares", scenario).Shuffle<string>(ids);
        int[] owners = DialogueShares.Deal(ids.Length, [.. cells.Select(cell => cell.Target)]);
        Dictionary<string, string> cellOf = ids.Select((id, index) => (id, cells[owners[index]].Id)).ToDictionary(share => share.id, share => share.Id);
        return pool.ToLookup(dialogue => cellOf[dialogue.TranscriptId]);
    }

    private static double OfLanguage(Recipe recipe, string language) =>
        recipe.Sampling.Languages.Count == 0 ? 1 : recipe.Sampling.Languages.GetValueOrDefault(language);

    private async Task<List<PooledDialogue>> ListAsync(Recipe recipe, string scenario, CancellationToken cancellationToken)
    {
        IEnumerable<string> languages = recipe.Sampling.Languages.Count == 0
            ? [recipe.Language]
            : recipe.Sampling.Languages.Where(language => language.Value > 0).Select(language => language.Key).Order(StringComparer.Ordinal);
        int most = recipe.Sampling.WindowTokens ?? MostTokens;
        List<PooledDialogue> pool = [];
        foreach (string language in languages)
        {
            await foreach (TranscriptDocument transcript in transcripts.StreamAsync(scenario, language, cancellationToken))
                pool.AddRange(Parts(transcript, most, recipe.Sampling.OverlapTurns));
        }

        return pool;
    }

    private static IEnumerable<PooledDialogue> Parts(TranscriptDocument transcript, int most, int overlap)
    {
        var whole = new PooledDialogue(transcript.Id, transcript.Channel, transcript.Language, Window: null);
        if (transcript.Tokens > 0 && transcript.Tokens <= most)
            return [whole];

        int[] tokens = [.. transcript.Turns.Select(DialogueTokens.Of)];
        return TurnWindows.Cut(tokens, most, overlap) is { Count: > 0 } windows ? windows.Select(window => whole with { Window = window }) : [whole];
    }
}
