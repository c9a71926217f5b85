using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Transcripts;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>What an attempt asks of the labellers, with all that judging and export need to know.</summary>
internal static class AttemptAssignment
{
    public static LabelAssignment Of(
        RunDocument run, CellDocument cell, DomainPack pack, PromptDocument prompt, TranscriptDocument transcript, AttemptDocument attempt)
    {
        string language = run.Recipe.Language;
        return new LabelAssignment
        {
            AttemptId = attempt.Id,
            RunId = run.Id,
            CellId = cell.CellId,
            Slot = attempt.Slot,
            Number = attempt.Number,
            Domain = run.Domain,
            Scenario = cell.Scenario,
            TaskType = cell.TaskType,
            TaskKind = pack.TaskTypes.First(task => task.Id == cell.TaskType).Kind,
            Language = language,
            TranscriptId = transcript.Id,
            Subject = transcript.Subject,
            Source = transcript.Source,
            Turns = transcript.Turns,
            InstructionId = prompt.InstructionId,
            Instruction = prompt.Instruction,
            Prompt = DialogueSetting.Of(pack, transcript, language).Fill(prompt),
            TemplateParts = prompt.Parts,
            StructureOptimised = prompt.StructureOptimised,
            StructureNote = prompt.StructureNote,
            Format = prompt.Format,
            Judging = run.Recipe.Judge,
        };
    }
}
