using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Labeling.Labels;
using DialInsight.LanguageModels;
using DialInsight.Storage;

namespace DialInsight.Labeling.Failures;

/// <summary>A failure as callers see it.</summary>
internal sealed record FailureView(
    string Id, string Run, string Cell, int Slot, int Number, FailureClass? Class, string? Reason, string? Answer, string Transcript, string Instruction, DateTimeOffset? At, string Domain)
{
    public static FailureView Of(LabelDocument label) => new(
        label.Id,
        label.Assignment.RunId,
        label.Assignment.CellId,
        label.Assignment.Slot,
        label.Assignment.Number,
        label.Class,
        label.Reason,
        label.Answer,
        label.Assignment.TranscriptId,
        label.Assignment.InstructionId,
        label.SettledAt,
        label.Assignment.Domain);
}

/// <summary>A failure with all that is known of it.</summary>
/// <param name="Failure">What the list tells.</param>
/// <param name="Request">What the model was asked first.</param>
/// <param name="History">Each asking.</param>
/// <param name="Spend">What it cost, by purpose and model.</param>
/// <param name="RedrivenAt">When a new attempt was asked for; null when none was.</param>
/// <param name="RedrivenBy">Who asked for it.</param>
internal sealed record FailureDetail(
    FailureView Failure,
    IReadOnlyList<ModelMessage> Request,
    IReadOnlyList<Asking> History,
    IReadOnlyList<ModelSpend> Spend,
    DateTimeOffset? RedrivenAt,
    string? RedrivenBy)
{
    public static FailureDetail Of(LabelDocument failure, LabelPrompt prompt, Versioned<RedriveDocument>? redrive) => new(
        FailureView.Of(failure),
        prompt.First().Messages,
        failure.History,
        SpendTotal.Of(failure.Spend),
        redrive?.Document.RequestedAt,
        redrive?.Document.RequestedBy);
}
