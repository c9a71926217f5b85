using System.Globalization;
using System.Text.Json.Serialization;
using DialInsight.Contracts;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Storage;

namespace DialInsight.Quality.Selection;

/// <summary>An accepted sample that a data set does not hold, and why. No word of it.</summary>
internal sealed record LeftOut
{
    /// <summary>The place among those that were left out, from 0: the best first.</summary>
    public required int Place { get; init; }

    /// <summary>The sample.</summary>
    public required string SampleId { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>Its scores; null where it holds none.</summary>
    public SampleScores? Scores { get; init; }

    /// <summary>Why it was left out.</summary>
    public required LeftOutReason Reason { get; init; }

    /// <summary>Of the released samples that rank above it the one that it is most similar to; null where it was not compared.</summary>
    public string? SimilarTo { get; init; }

    /// <summary>The cosine of the two; null where it was not compared.</summary>
    public double? Cosine { get; init; }

    /// <summary>What became of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">Its place.</param>
    /// <param name="similar">The chosen sample that it is too similar to; null where it ranks below the last one that was wanted.</param>
    public static LeftOut Of(ReleaseRow row, int place, (string SampleId, double Cosine)? similar) => new()
    {
        Place = place,
        SampleId = row.SampleId,
        CellId = row.CellId,
        Scores = row.Scores,
        Reason = similar is null ? LeftOutReason.Beyond : LeftOutReason.TooSimilar,
        SimilarTo = similar?.SampleId,
        Cosine = similar is { } found ? Math.Round(found.Cosine, 6) : null,
    };
}

/// <summary>What a release left out, as it is kept.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="Sample">The sample, and why.</param>
internal sealed record LeftOutRow(string Release, LeftOut Sample)
{
    /// <summary>The collection <c>left-out</c>, by release and place.</summary>
    public static CollectionDefinition<LeftOutRow> Definition { get; } = new(
        "left-out", row => row.Id, new("reason", row => row.Sample.Reason), new("cell", row => row.Sample.CellId));

    /// <summary>Release and place.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Release}/{Sample.Place:D9}");

    /// <summary>All of a release, in order.</summary>
    public static Query Of(string release) => Query.All.From("id", release + "/").Before("id", release + "0");
}

/// <summary>Why an accepted sample is not released.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LeftOutReason>))]
internal enum LeftOutReason
{
    /// <summary>It is too similar to a released sample that ranks above it.</summary>
    TooSimilar,

    /// <summary>It ranks below the last sample that was wanted.</summary>
    Beyond,
}
