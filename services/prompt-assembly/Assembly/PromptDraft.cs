using DialInsight.DomainPacks.Packs;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Templates;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>A prompt as its parts give it, before a model merges them.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Choice">The parts it is made of, their placeholders filled.</param>
internal sealed record PromptDraft(PromptDocument Prompt, PartChoice Choice)
{
    /// <summary>Draws the parts for a variant of an instruction by the recipe's seed, and puts them together.</summary>
    public static PromptDraft Draw(RunDocument run, DomainPack pack, string scenarioId, string taskTypeId, InstructionDocument instruction, int variant)
    {
        string language = run.Recipe.Language;
        Scenario scenario = pack.Scenarios.First(candidate => candidate.Id == scenarioId);
        TaskType taskType = pack.TaskTypes.First(candidate => candidate.Id == taskTypeId);
        PartChoice choice = PartChoice.Draw(pack, language, scenarioId, taskType, instruction, variant, run.Recipe.Seed)
            .Fill(("scenario", scenario.Title[language]), ("task", taskType.Title[language]));
        string[] parts =
        [
            .. choice.Parts.Values.Select(part => $"{part.Id}@{TemplatePartView.VersionOf(pack.Version, part.Edition)}"),
            $"{choice.Format.Id}@{TemplatePartView.VersionOf(pack.Version, choice.FormatEdition)}",
        ];
        string id = DeterministicId.Of(32, [pack.Reference, scenarioId, taskTypeId, language, instruction.Id, $"{run.Recipe.OptimiseStructure}", .. parts]);
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
        return new PromptDraft(prompt, choice);
    }
}
