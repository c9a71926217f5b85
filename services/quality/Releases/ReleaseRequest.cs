using DialInsight.Contracts.Quality;
using DialInsight.Quality.Calibrations;

namespace DialInsight.Quality.Releases;

/// <summary>Asks for a run's release.</summary>
/// <param name="Run">The run.</param>
internal sealed record ReleaseRequest(string? Run);

/// <summary>Where a completed run stands.</summary>
/// <param name="Run">The run.</param>
/// <param name="State">Waiting, released or refused.</param>
/// <param name="Release">Its latest release; null when it has none.</param>
/// <param name="Failures">What the gate refused the last request for.</param>
internal sealed record RunStanding(string Run, RunState State, string? Release, IReadOnlyList<GateFailure> Failures)
{
    /// <summary>Whether a request was answered with the release there is: nothing has changed since.</summary>
    public bool Unchanged { get; init; }

    /// <summary>What has changed since the run's latest release; told with the answer to a request.</summary>
    public IReadOnlyList<ReleaseChange> Changes { get; init; } = [];

    /// <summary>The same in words; null where nobody asked for a release, or there was none before.</summary>
    public string? Note { get; init; }

    /// <summary>As callers see it.</summary>
    public static RunStanding Of(CompletedRun run) => new(run.Id, run.State, run.Release?.Name, run.Failures);
}

/// <summary>A release in a list.</summary>
/// <param name="Name">The release's name, <c>recipe-v1</c>.</param>
/// <param name="Version">The version among the recipe's releases, from 1.</param>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="RunId">The run.</param>
/// <param name="ReleasedAt">When (UTC).</param>
/// <param name="Samples">How many samples it holds.</param>
/// <param name="Checksum">SHA-256 over the sample ids and answers in release order, hexadecimal.</param>
/// <param name="Metrics">The headline measures by name.</param>
/// <param name="Calibration">The calibration that it stands on; null where its judge had none.</param>
/// <param name="Withdrawn">How many rows erasures took out of it.</param>
internal sealed record ReleaseSummary(
    string Name, int Version, string Recipe, string RunId, DateTimeOffset ReleasedAt, int Samples, string Checksum, IReadOnlyDictionary<string, double> Metrics,
    CalibrationSummary? Calibration, int Withdrawn)
{
    /// <summary>How many accepted samples they were selected from; null where all were released.</summary>
    public int? SelectedFrom { get; init; }

    /// <summary>As lists show it.</summary>
    public static ReleaseSummary Of(Release release) => new(
        release.Name, release.Version, release.Recipe, release.RunId, release.ReleasedAt, release.Samples, release.Checksum, release.Report.Headline(),
        CalibrationSummary.Of(release.Report.Calibration), release.Withdrawals.Sum(withdrawal => withdrawal.Rows))
    {
        SelectedFrom = release.Report.Selection?.Accepted,
    };
}
