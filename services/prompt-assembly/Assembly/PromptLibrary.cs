using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Facts;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Runs;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>Prompts by what they are made of: each is assembled, and merged by a model where the recipe says so, once.</summary>
internal sealed class PromptLibrary(PromptAssemblyStore store, NarrativeMerger merger)
{
    /// <summary>How many different choices of parts one instruction is used with in a cell.</summary>
    public const int VariantsPerInstruction = 4;

    /// <summary>The prompt for a variant of an instruction in a run's cell.</summary>
    public async Task<PromptDocument> GetAsync(
        RunDocument run, CellDocument cell, DomainPack pack, InstructionDocument instruction, int variant, CancellationToken cancellationToken)
    {
        string language = run.Recipe.Language;
        Scenario scenario = pack.Scenarios.First(candidate => candidate.Id == cell.Scenario);
        TaskType taskType = pack.TaskTypes.First(candidate => candidate.Id == cell.TaskType);
        PartChoice choice = PartChoice.Draw(pack, language, cell.Scenario, taskType, instruction, variant, run.Recipe.Seed)
            .Fill(("scenario", scenario.Title[language]), ("task", taskType.Title[language]));
        string[] parts = [.. choice.Parts.Values.Select(part => $"{part.Id}@{pack.Version}"), $"{choice.Format.Id}@{pack.Version}"];
        string id = DeterministicId.Of(32, [pack.Reference, cell.Scenario, cell.TaskType, language, instruction.Id, $"{run.Recipe.OptimiseStructure}", .. parts]);
        if (await store.Prompts.FindAsync(id, cancellationToken) is { } known)
            return known.Document;

        var prompt = new PromptDocument
        {
            Id = id,
            InstructionId = instruction.Id,
            Instruction = instruction.Text,
            Parts = parts,
            Format = choice.Format,
            PaidBy = run.Id,
            Before = PromptText.Before(choice),
            After = PromptText.After(choice, PromptText.Narrative(choice, instruction.Text, language)),
        };
        if (run.Recipe.OptimiseStructure)
            prompt = await OptimiseAsync(prompt, choice, instruction.Text, language, cancellationToken);

        // Of two that were made at once, the first stays: every attempt that chose these parts gets the same words.
        return await store.Prompts.InsertAsync(prompt, cancellationToken)
            ? prompt
            : (await store.Prompts.FindAsync(id, cancellationToken))!.Document;
    }

    private async Task<PromptDocument> OptimiseAsync(
        PromptDocument prompt, PartChoice choice, string instruction, string language, CancellationToken cancellationToken)
    {
        var facts = new MergeFacts(
            language, PromptText.Task(choice, instruction), PromptText.Guidelines(choice), PromptText.Format(choice, language));
        (string Narrative, ModelSpend Spend)? merged = await merger.MergeAsync(facts, cancellationToken);
        if (merged is null)
            return prompt with { StructureNote = "the model refused to merge the parts" };

        string assembled = PromptText.Narrative(choice, instruction, language);
        string? problem = NarrativeCheck.Problem(merged.Value.Narrative, assembled, choice.Format);
        return problem is null
            ? prompt with { After = PromptText.After(choice, merged.Value.Narrative), StructureOptimised = true, Spend = merged.Value.Spend }
            : prompt with { StructureNote = problem, Spend = merged.Value.Spend };
    }
}
