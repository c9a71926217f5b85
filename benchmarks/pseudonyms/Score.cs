using System.Text.Json.Serialization;

namespace DialInsight.Benchmarks.Pseudonyms;

/// <summary>
/// Counts for one type in one set. A labelled place counts as found when spans of any type overlap it (it would have been replaced), as covered when they take in all of it, and as exact
/// when one span has the same bounds and type. A found span counts as right when it overlaps a label of any type of this project.
/// </summary>
internal sealed class Score
{
    public int Labelled { get; set; }

    public int Overlapped { get; set; }

    public int Covered { get; set; }

    public int Exact { get; set; }

    public int Found { get; set; }

    public int Right { get; set; }

    [JsonPropertyName("recall")]
    public double? Recall => Labelled == 0 ? null : (double)Overlapped / Labelled;

    public double? RecallCovered => Labelled == 0 ? null : (double)Covered / Labelled;

    public double? RecallExact => Labelled == 0 ? null : (double)Exact / Labelled;

    public double? Precision => Found == 0 ? null : (double)Right / Found;
}
