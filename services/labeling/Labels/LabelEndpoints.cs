using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Hosting.Http;

namespace DialInsight.Labeling.Labels;

/// <summary>Labels over HTTP.</summary>
internal static class LabelEndpoints
{
    public static void MapLabels(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/labels/{**id}", GetAsync).WithTags("Labels").WithSummary("What came of an attempt, with the prompt that was asked.");

    private static async Task<IResult> GetAsync(string id, LabelingStore store, CancellationToken cancellationToken) =>
        await store.Labels.FindAsync(id, cancellationToken) is { } label
            ? TypedResults.Ok(LabelView.Of(label.Document))
            : Problems.NotFound("label-unknown", "No such label", $"No worker has taken up an attempt {id}.");
}

/// <summary>A label as callers see it.</summary>
internal sealed record LabelView(
    string Id,
    LabelState State,
    string Run,
    string Cell,
    string Instruction,
    string Prompt,
    string? Answer,
    string? Labeller,
    bool Repaired,
    FailureClass? Class,
    string? Reason,
    DateTimeOffset? At,
    IReadOnlyList<ModelSpend> Spend)
{
    public static LabelView Of(LabelDocument label) => new(
        label.Id,
        label.State,
        label.Assignment.RunId,
        label.Assignment.CellId,
        label.Assignment.Instruction,
        $"{label.Assignment.Prompt.Before}\n\n…\n\n{label.Assignment.Prompt.After}",
        label.Answer,
        label.Labeller,
        label.Repaired,
        label.Class,
        label.Reason,
        label.SettledAt,
        label.Spend);
}
