using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;

namespace DialInsight.Quality.Selection;

/// <summary>What of a run's accepted samples is released.</summary>
/// <param name="Rows">The rows, in release order.</param>
internal sealed record SelectedRows(IReadOnlyList<ReleaseRow> Rows)
{
    /// <summary>What was left out, the best first; empty where nothing is selected.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>What was selected by what; null where nothing is.</summary>
    public SelectionSummary? Summary { get; init; }

    /// <summary>What the gate says where nothing could be selected; null where all is well.</summary>
    public GateResult? Failure { get; init; }

    /// <summary>A report on the rows that says how they were selected.</summary>
    public Report Onto(Report report) => report with
    {
        Selection = Summary,
        Gate = Failure is null || report.Gate.Any(result => result.Measure == Failure.Measure) ? report.Gate : [.. report.Gate, Failure],
    };
}
