using System.Globalization;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>One sample's place in a release, with what people and judge made of it by then. Samples never change, so this freezes the row.</summary>
internal sealed record ReleaseRow
{
    /// <summary>The collection <c>release-rows</c>, in release order by id.</summary>
    public static CollectionDefinition<ReleaseRow> Definition { get; } = new(
        "release-rows", row => row.Id, new IndexedField<ReleaseRow>("sample", row => row.SampleId));

    /// <summary>Release and position.</summary>
    public string Id => IdOf(Release, Position);

    /// <summary>The release's name.</summary>
    public required string Release { get; init; }

    /// <summary>The position, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The sample.</summary>
    public required string SampleId { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>The slot it fills.</summary>
    public required int Slot { get; init; }

    /// <summary>How many attempts the slot took, at least 1.</summary>
    public required int Attempts { get; init; }

    /// <summary>The level it was accepted with.</summary>
    public required QualityLevel Level { get; init; }

    /// <summary>The judge's scores of the labeller's answer; null where it gave none.</summary>
    public SampleScores? Scores { get; init; }

    /// <summary>The judge's model, or the person.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Whether a person decided.</summary>
    public bool Reviewed { get; init; }

    /// <summary>The answer as a person corrected it; null when nobody did.</summary>
    public string? EditedAnswer { get; init; }

    /// <summary>A sample of the same transcript and instruction that was judged and not accepted; null when there is none.</summary>
    public string? RejectedId { get; init; }

    /// <summary>The part of the split that its conversation is in, so that a part is read without the others' samples; null in rows of earlier versions.</summary>
    public string? Part { get; init; }

    /// <summary>Every row of a release, in order.</summary>
    public static Query Of(string release) => Query.All.From("id", release + "/").Before("id", release + "0");

    /// <summary>The rows of a stretch of a release, in order.</summary>
    /// <param name="release">The release's name.</param>
    /// <param name="first">The first position.</param>
    /// <param name="last">The last position; null for the release's last.</param>
    public static Query Of(string release, int first, int? last = null)
    {
        Query from = Query.All.From("id", IdOf(release, first));
        return last is { } end ? from.UpTo("id", IdOf(release, end)) : from.Before("id", release + "0");
    }

    private static string IdOf(string release, int position) => string.Create(CultureInfo.InvariantCulture, $"{release}/{position:D9}");
}
