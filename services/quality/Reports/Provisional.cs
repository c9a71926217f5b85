using System.Text.Json.Serialization;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Reports;

/// <summary>What is still open in a report that was asked for before its run was decided. Its measures are of what is accepted so far, its gate is how the run stands, and both will change.</summary>
/// <param name="State">What the run is at.</param>
/// <param name="Wanted">Samples that its cells still want.</param>
/// <param name="InReview">Labels that wait for a person.</param>
/// <param name="OnTheWay">Attempts that the run counts and that have not come to be judged yet; known once it has completed, 0 before.</param>
internal sealed record Provisional(ProvisionalState State, int Wanted, int InReview, int OnTheWay)
{
    /// <summary>What is open by a run's counts.</summary>
    public static Provisional Of(ProvisionalState state, IReadOnlyList<CellCounts> cells, long inReview)
    {
        int pending = cells.Sum(cell => cell.Pending);
        return new Provisional(state, cells.Sum(cell => Math.Max(0, cell.Target - cell.Accepted)), (int)inReview, Math.Max(0, pending - (int)inReview));
    }
}

/// <summary>What a run is at whose report is provisional.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProvisionalState>))]
internal enum ProvisionalState
{
    /// <summary>It is being filled.</summary>
    Filling,

    /// <summary>It has completed, and its release is being decided.</summary>
    Deciding,

    /// <summary>It was cancelled: there will be no other report.</summary>
    Cancelled,
}
