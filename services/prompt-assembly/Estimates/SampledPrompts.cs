using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Sampling;
using DialInsight.PromptAssembly.Transcripts;

namespace DialInsight.PromptAssembly.Estimates;

/// <summary>The first requests of a cell as a run would put them together, without asking a model.</summary>
internal sealed class SampledPrompts(PromptAssemblyStore store, InstructionSelection selection)
{
    private const int Sampled = 48;

    /// <summary>The instructions that a cell has, and stand-ins for those that would be made: people's exemplars for the task.</summary>
    public async Task<(IReadOnlyList<InstructionDocument> All, int Known)> InstructionsAsync(Recipe recipe, RecipeCell cell, DomainPack pack, CancellationToken cancellationToken)
    {
        KnownInstructions known = await selection.KnownAsync(recipe, cell, cancellationToken);
        List<InstructionDocument> all = [.. (await store.Instructions.FindManyAsync([.. known.Ids], cancellationToken)).Select(found => found.Document).OrderBy(found => found.Id, StringComparer.Ordinal)];
        int missing = known.IsComplete ? 0 : recipe.InstructionsPerCell - all.Count;
        string[] exemplars =
        [
            .. pack.Exemplars
                .Where(exemplar => exemplar.Language == recipe.Language && exemplar.TaskType == cell.Task && (exemplar.Scenario is null || exemplar.Scenario == cell.Scenario))
                .Select(exemplar => exemplar.Text),
        ];
        for (int number = 0; number < missing; number++)
            all.Add(StandIn(recipe, cell, number, exemplars.Length == 0 ? cell.Task : exemplars[number % exemplars.Length]));
        return (all, known.Ids.Count);
    }

    /// <summary>What the first requests are expected to use.</summary>
    public async Task<IReadOnlyList<ExpectedTokens>> DrawAsync(
        RunDocument run, RecipeCell cell, DomainPack pack, IReadOnlyList<PooledDialogue> dialogues, IReadOnlyList<InstructionDocument> instructions, CancellationToken cancellationToken)
    {
        string[] ids = [.. dialogues.Take(Sampled).Select(dialogue => dialogue.TranscriptId).Distinct()];
        Dictionary<string, TranscriptDocument> transcripts = (await store.Transcripts.FindManyAsync(ids, cancellationToken)).ToDictionary(found => found.Document.Id, found => found.Document);
        List<ExpectedTokens> sampled = [];
        for (int index = 0; index < Math.Min(Sampled, cell.Target); index++)
        {
            if (CandidateOrder.Pair(index, dialogues.Count, instructions.Count) is not { } pair || !transcripts.TryGetValue(dialogues[pair.Dialogue].TranscriptId, out TranscriptDocument? transcript))
                break;

            PromptDocument prompt = PromptDraft.Draw(run, pack, cell.Scenario, cell.Task, instructions[pair.Instruction], VariantOf(pair, instructions.Count)).Prompt;
            int tokens = DialogueTokens.Of(transcript.Within(dialogues[pair.Dialogue].Window).Turns);
            sampled.Add(ExpectedTokens.Of(PromptTokens.Of(prompt, run.Recipe.Language), tokens, prompt.Format, run.Recipe.Language, run.Recipe.Judge));
        }

        return sampled;
    }

    /// <summary>How many different prompts so many requests use: each is merged once.</summary>
    public static int Prompts(double requests, int dialogues, int instructions) => Enumerable
        .Range(0, (int)Math.Min(requests, 5_000))
        .Select(index => CandidateOrder.Pair(index, dialogues, instructions))
        .OfType<(int Dialogue, int Instruction, int Round)>()
        .Select(pair => (pair.Instruction, VariantOf(pair, instructions)))
        .Distinct()
        .Count();

    private static int VariantOf((int Dialogue, int Instruction, int Round) pair, int instructions) => RunInputs.Variant(pair.Dialogue, pair.Round, instructions);

    private static InstructionDocument StandIn(Recipe recipe, RecipeCell cell, int number, string text) => new()
    {
        Id = $"{number:D3}",
        Domain = recipe.Domain,
        Scenario = cell.Scenario,
        TaskType = cell.Task,
        Language = recipe.Language,
        Text = text,
    };
}
