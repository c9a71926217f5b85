using System.Globalization;
using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Tests.Fixtures;

/// <summary>Messages and samples that are right but for what a test changes.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Time = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    public static LabelAssignment Assignment(string run = "run", string cell = "lending/summary", int slot = 0, int number = 0) => new()
    {
        AttemptId = $"{run}|{cell}|{slot:D7}|{number:D2}",
        RunId = run,
        CellId = cell,
        Slot = slot,
        Number = number,
        Domain = "library@1",
        Scenario = cell.Split('/')[0],
        TaskType = cell.Split('/')[1],
        TaskKind = TaskKind.Summarisation,
        Language = "en",
        TranscriptId = $"transcript-{slot}-{number}",
        Source = "desk.jsonl",
        Turns =
        [
            new Turn("reader", $"May I keep the atlas for {slot + 2} more weeks?"),
            new Turn("librarian", "Of course, nobody is waiting for it."),
        ],
        InstructionId = "instruction-1",
        Instruction = "Tell in one sentence what was agreed.",
        Prompt = new AssembledPrompt("A reader speaks with a librarian.", "Tell in one sentence what was agreed. Write plain prose."),
        TemplateParts = ["scenario-1@1", "narrative-2@1"],
        Format = new OutputFormat { Id = "prose", Kind = OutputFormatKind.Text, Minimum = 10, Maximum = 2000 },
        Judging = new JudgingPolicy { Samples = 3 },
    };

    public static SampleLabeled Labeled(LabelAssignment assignment, string? answer = null) => new()
    {
        Id = DeterministicId.Guid("sample-labeled", assignment.AttemptId),
        OccurredAt = Time,
        Assignment = assignment,
        Answer = answer ?? string.Create(CultureInfo.InvariantCulture, $"The reader may keep the atlas for {assignment.Slot + 2} more weeks."),
        Labeller = "writer/1",
        Spend = [new ModelSpend("label", "writer/1", 1, 100, 20, 0.01m)],
    };

    public static Sample Sample(LabelAssignment? assignment = null, string? answer = null) =>
        Judging.Sample.From(Labeled(assignment ?? Assignment(), answer));

    public static RunCompleted Completed(string run = "run", params CellOutcome[] cells) => new()
    {
        Id = DeterministicId.Guid("run-completed", run),
        OccurredAt = Time,
        RunId = run,
        Recipe = "desk-notes",
        RecipeText = """{"name":"desk-notes","domain":"library","language":"en"}""",
        Domain = "library@1",
        Language = "en",
        Seed = 7,
        Cells = cells,
        Gate = new ReleaseGate(),
        Exports = ["alpaca", "sharegpt", "messages"],
        Spend = [new ModelSpend("seed", "writer/1", 2, 50, 50, 0.02m)],
    };

    public static RunStarted Started(string run = "run", params RunCell[] cells) => new()
    {
        Id = DeterministicId.Guid("run-started", run),
        OccurredAt = Time,
        RunId = run,
        Recipe = "desk-notes",
        Domain = "library",
        Language = "en",
        Seed = 7,
        Curation = CurationPolicy.Thresholds,
        Cells = cells,
    };

    public static CellOutcome Cell(string cell, int target, int accepted, int rejected = 0, int failed = 0) => new()
    {
        CellId = cell,
        Scenario = cell.Split('/')[0],
        TaskType = cell.Split('/')[1],
        Target = target,
        Requested = accepted + rejected + failed,
        Accepted = accepted,
        Rejected = rejected,
        Failed = failed,
        DryReason = accepted < target ? "no candidate is left" : null,
    };
}
