using DialInsight.Contracts.Quality;

namespace DialInsight.Client.Releases;

/// <summary>A release in a list.</summary>
/// <param name="Name">The release's name, <c>recipe-v1</c>.</param>
/// <param name="Version">The version among the recipe's releases, from 1.</param>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="RunId">The run it came of.</param>
/// <param name="ReleasedAt">When (UTC).</param>
/// <param name="Samples">How many samples it holds.</param>
/// <param name="Checksum">SHA-256 over sample ids and answers, hexadecimal.</param>
/// <param name="Metrics">The headline measures by name.</param>
/// <param name="Calibration">The calibration that it stands on; null where its judge had none.</param>
/// <param name="Withdrawn">How many rows erasures took out of it.</param>
public sealed record ReleaseSummary(
    string Name, int Version, string Recipe, string RunId, DateTimeOffset ReleasedAt, int Samples, string Checksum, IReadOnlyDictionary<string, double> Metrics,
    CalibrationSummary? Calibration = null, int Withdrawn = 0)
{
    /// <summary>How many accepted samples they were selected from; null where all were released.</summary>
    public int? SelectedFrom { get; init; }
}

/// <summary>A calibration in a few figures.</summary>
/// <param name="Id">Which.</param>
/// <param name="Judge">The judge's model.</param>
/// <param name="Samples">How many labels people rated.</param>
/// <param name="Kappa">Cohen's κ; null where it says nothing.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
public sealed record CalibrationSummary(string Id, string Judge, int Samples, double? Kappa, double? Low, double? High);

/// <summary>A page of releases.</summary>
/// <param name="Items">The releases.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record ReleasePage(IReadOnlyList<ReleaseSummary> Items, string? NextCursor);

/// <summary>Where a completed run stands with its release.</summary>
/// <param name="Run">The run.</param>
/// <param name="State"><c>waiting</c>, <c>released</c> or <c>refused</c>.</param>
/// <param name="Release">Its latest release; null when it has none.</param>
/// <param name="Failures">What the gate refused the last request for.</param>
/// <param name="Unchanged">Whether a request was answered with the release there is: nothing has changed since.</param>
public sealed record ReleaseStanding(string Run, string State, string? Release, IReadOnlyList<GateFailure> Failures, bool Unchanged);
