using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>An attempt that gave no sample: for the counts of a run, nothing else.</summary>
internal sealed record LabelFailure
{
    /// <summary>The collection <c>label-failures</c>.</summary>
    public static CollectionDefinition<LabelFailure> Definition { get; } = new(
        "label-failures", failure => failure.Id, new("run", failure => failure.RunId), new("cell", failure => failure.CellId),
        new("erasedCell", failure => failure.Class == FailureClass.Erased ? failure.CellId : null));

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

    /// <summary>That a sample is not kept because its transcript was erased.</summary>
    public static LabelFailure ErasureOf(Sample sample) => new()
    {
        Id = sample.Id,
        RunId = sample.Assignment.RunId,
        CellId = sample.Assignment.CellId,
        Class = FailureClass.Erased,
        Spend = sample.Spend,
    };
}
