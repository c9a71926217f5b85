using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>An attempt that gave no sample: for the counts of a run, nothing else.</summary>
internal sealed record LabelFailure
{
    /// <summary>The collection <c>label-failures</c>.</summary>
    public static CollectionDefinition<LabelFailure> Definition { get; } = new(
        "label-failures", failure => failure.Id, new("run", failure => failure.RunId), new("cell", failure => failure.CellId));

    /// <summary>The attempt's id.</summary>
    public required string Id { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>The class of the reason.</summary>
    public required FailureClass Class { get; init; }

    /// <summary>What the calls used.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];
}
