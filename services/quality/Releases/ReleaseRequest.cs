using DialInsight.Contracts.Quality;

namespace DialInsight.Quality.Releases;

/// <summary>Asks for a run's release.</summary>
/// <param name="Run">The run.</param>
internal sealed record ReleaseRequest(string? Run);

/// <summary>Where a completed run stands.</summary>
internal sealed record RunStanding(string Run, RunState State, string? Release, IReadOnlyList<GateFailure> Failures)
{
    /// <summary>As callers see it.</summary>
    public static RunStanding Of(CompletedRun run) => new(run.Id, run.State, run.Release?.Name, run.Failures);
}

/// <summary>A release in a list.</summary>
internal sealed record ReleaseSummary(
    string Name, int Version, string Recipe, string RunId, DateTimeOffset ReleasedAt, int Samples, string Checksum, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>As lists show it.</summary>
    public static ReleaseSummary Of(Release release) => new(
        release.Name, release.Version, release.Recipe, release.RunId, release.ReleasedAt, release.Samples, release.Checksum, release.Report.Headline());
}
