using System.Text.Json.Serialization;
using DialInsight.Contracts;

namespace DialInsight.Quality.Releases;

/// <summary>What a release is made of, as hashes. A run whose basis is the same has nothing new to release.</summary>
/// <param name="Content">Of every judgement's outcome and level, and of people's corrections: they make the rows and the measures.</param>
/// <param name="Lineage">Of who decided on the accepted samples, which their rows tell.</param>
/// <param name="Standing">Of what else it stands on: the calibration, and the encoder where a selection goes by one.</param>
internal sealed record ReleaseBasis(string Content, string Lineage, string Standing)
{
    private const char Between = '/';

    /// <summary>The basis in a release's words; of one that was kept in another way nothing is the same.</summary>
    public static ReleaseBasis Parse(string? text) =>
        text?.Split(Between) is [var content, var lineage, var standing] ? new ReleaseBasis(content, lineage, standing) : new ReleaseBasis("", "", "");

    /// <summary>What has changed since an earlier one.</summary>
    public IReadOnlyList<ReleaseChange> Since(ReleaseBasis earlier) =>
    [
        .. Content == earlier.Content ? Enumerable.Empty<ReleaseChange>() : [ReleaseChange.Content],
        .. Lineage == earlier.Lineage ? Enumerable.Empty<ReleaseChange>() : [ReleaseChange.Lineage],
        .. Standing == earlier.Standing ? Enumerable.Empty<ReleaseChange>() : [ReleaseChange.Standing],
    ];

    /// <inheritdoc/>
    public override string ToString() => string.Join(Between, Content, Lineage, Standing);
}

/// <summary>What of a run has changed since its release.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ReleaseChange>))]
internal enum ReleaseChange
{
    /// <summary>An outcome, a level, or a person's correction of an accepted answer.</summary>
    Content,

    /// <summary>Who decided on an accepted sample: a person confirmed what the judge, or another person, had said.</summary>
    Lineage,

    /// <summary>The judge's calibration, or the encoder that a selection goes by.</summary>
    Standing,
}
