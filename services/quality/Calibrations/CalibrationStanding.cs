namespace DialInsight.Quality.Calibrations;

/// <summary>The calibration that a report or a release stands on.</summary>
/// <param name="Id">Which.</param>
/// <param name="RunId">The run whose labels were rated; another one than the report's where it is of the same judge, domain and language.</param>
/// <param name="Judge">The judge's model.</param>
/// <param name="At">When it was complete (UTC).</param>
/// <param name="Matrix">What people and judge said.</param>
/// <param name="Agreement">How far they agree.</param>
/// <param name="Drift">What changed since the judge's calibration before; null for its first.</param>
internal sealed record CalibrationStanding(
    string Id, string RunId, string Judge, DateTimeOffset At, ConfusionMatrix Matrix, Agreement Agreement, CalibrationDrift? Drift);

/// <summary>How the agreement moved between two calibrations of one judge.</summary>
/// <param name="Since">The earlier calibration.</param>
/// <param name="Change">κ now less κ then; null where one of them says nothing.</param>
/// <param name="Deviation">The change in standard errors of the difference; null where that says nothing.</param>
/// <param name="Drifted">Whether it is more than chance gives in 95 of 100 cases.</param>
internal sealed record CalibrationDrift(string Since, double? Change, double? Deviation, bool Drifted)
{
    /// <summary>The drift from one agreement to another.</summary>
    public static CalibrationDrift Between(string since, Agreement then, Agreement now) =>
        new(since, now.Kappa - then.Kappa, now.DeviationFrom(then), now.HasDriftedFrom(then));
}
