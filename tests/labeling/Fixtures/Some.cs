using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.Labeling.Tests.Fixtures;

/// <summary>Requests that are right but for what a test changes.</summary>
internal static class Some
{
    public static LabelAssignment Assignment(string run = "run", int slot = 0, int number = 0) => new()
    {
        AttemptId = DeterministicId.Of(24, run, $"{slot}", $"{number}"),
        RunId = run,
        CellId = "lending/mood",
        Slot = slot,
        Number = number,
        Domain = "library@1",
        Scenario = "lending",
        TaskType = "mood",
        TaskKind = TaskKind.InformationExtraction,
        Language = "en",
        TranscriptId = $"transcript-{slot}",
        Turns = [new Turn("reader", $"May I keep the atlas for {slot + 2} more weeks?"), new Turn("librarian", "Of course, nobody is waiting for it.")],
        InstructionId = "instruction-1",
        Instruction = "Tell the reader's mood.",
        Prompt = new AssembledPrompt("A reader speaks with a librarian.", "Tell the reader's mood as JSON."),
        TemplateParts = ["scenario-1@1"],
        Format = new OutputFormat
        {
            Id = "mood",
            Kind = OutputFormatKind.Object,
            Fields = [new FormatField { Name = "mood", Type = FormatFieldType.Choice, Choices = ["calm", "angry"], Required = true }],
        },
        Judging = new JudgingPolicy(),
    };

    public static LabelRequested Request(LabelAssignment? assignment = null)
    {
        assignment ??= Assignment();
        return new LabelRequested { Id = DeterministicId.Guid("label-requested", assignment.AttemptId), OccurredAt = DateTimeOffset.UnixEpoch, Assignment = assignment };
    }
}
