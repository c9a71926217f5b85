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
        string channel = pack.Channels.FirstOrDefault(known => known.Id == transcript.Channel)?.Title[language] ?? (language == "zh" ? "未注明的渠道" : "an unspecified channel");
        string[] roles = [.. transcript.Turns.Select(turn => turn.Role).Distinct().Select(role => RoleTitle(pack, role, language))];
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
            Prompt = PromptText.Fill(prompt, channel, string.Join(language == "zh" ? "、" : ", ", roles)),
            TemplateParts = prompt.Parts,
            StructureOptimised = prompt.StructureOptimised,
            StructureNote = prompt.StructureNote,
            Format = prompt.Format,
            Judging = run.Recipe.Judge,
        };
    }

    private static string RoleTitle(DomainPack pack, string role, string language) =>
        pack.Roles.FirstOrDefault(known => known.Id == role)?.Title[language] ?? role;
}
