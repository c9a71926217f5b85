using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Contracts.InstructionEvolution;
using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Tests.Fixtures;

/// <summary>Messages that are right but for what a test changes.</summary>
internal static class Some
{
    public static string Recipe(int target, int attempts = 2, string scenario = "lending", string name = "desk", int seed = 7, double? budget = null, string more = "") =>
        $"""
        name: {name}
        domain: library
        language: en
        seed: {seed}
        attempts: {attempts}
        instructionsPerCell: 1
        curation: automatic
        cells:
          - scenario: {scenario}
            task: summary
            target: {target}
        {(budget is null ? "" : $"budget: {{ currency: EUR, limit: {budget} }}")}
        {more}
        """;

    public static TranscriptIngested Transcript(int number, string? channel = null) => new()
    {
        Id = DeterministicId.Guid("transcript", $"{number}"),
        OccurredAt = DateTimeOffset.UnixEpoch,
        TranscriptId = $"t-{number:D3}",
        Scenario = "lending",
        ScenarioOrigin = ScenarioOrigin.Given,
        Channel = channel,
        Language = "en",
        Turns = [new Turn("reader", $"May I keep the atlas for {number + 2} more weeks?"), new Turn("guide", "Of course.")],
    };

    public static InstructionApproved Instruction(int number) => new()
    {
        Id = DeterministicId.Guid("instruction", $"{number}"),
        OccurredAt = DateTimeOffset.UnixEpoch,
        InstructionId = $"i-{number}",
        Domain = "library",
        Scenario = "lending",
        TaskType = "summary",
        Language = "en",
        Text = $"Tell in {number + 1} sentences what was agreed.",
        RootId = $"i-{number}",
        Origin = "human",
        ApprovedBy = "policy",
    };

    public static SampleJudged Judged(LabelAssignment request, JudgementOutcome outcome, int revision = 0, decimal cost = 0) => new()
    {
        Id = DeterministicId.Guid("judged", request.AttemptId, $"{revision}"),
        OccurredAt = DateTimeOffset.UnixEpoch,
        AttemptId = request.AttemptId,
        RunId = request.RunId,
        CellId = request.CellId,
        Slot = request.Slot,
        Number = request.Number,
        TranscriptId = request.TranscriptId,
        InstructionId = request.InstructionId,
        Outcome = outcome,
        DecidedBy = "judge/1",
        Revision = revision,
        LabelSpend = cost == 0 ? [] : [new ModelSpend("label", "m", 1, 500, 50, cost / 2)],
        Spend = cost == 0 ? [] : [new ModelSpend("judge", "m", 3, 500, 50, cost / 2)],
    };

    public static LabelingFailed Failed(LabelAssignment request, FailureClass reason = FailureClass.Refused) => new()
    {
        Id = DeterministicId.Guid("failed", request.AttemptId),
        OccurredAt = DateTimeOffset.UnixEpoch,
        AttemptId = request.AttemptId,
        RunId = request.RunId,
        CellId = request.CellId,
        Slot = request.Slot,
        Number = request.Number,
        TranscriptId = request.TranscriptId,
        InstructionId = request.InstructionId,
        Class = reason,
        Reason = "the model refused",
        Spend = [],
    };

    public static TranscriptErased Erased(string transcript) =>
        new() { Id = DeterministicId.Guid("erased", transcript), OccurredAt = DateTimeOffset.UnixEpoch, ErasureId = "e", TranscriptId = transcript, Subject = "s" };

    public static RedriveRequested Redrive(LabelAssignment request) => new()
    {
        Id = DeterministicId.Guid("redrive", request.AttemptId),
        OccurredAt = DateTimeOffset.UnixEpoch,
        AttemptId = request.AttemptId,
        RunId = request.RunId,
        CellId = request.CellId,
        Slot = request.Slot,
        RequestedBy = "somebody",
    };
}
