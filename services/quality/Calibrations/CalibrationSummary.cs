namespace DialInsight.Quality.Calibrations;

/// <summary>A calibration in a few figures.</summary>
/// <param name="Id">Which.</param>
/// <param name="Judge">The judge's model.</param>
/// <param name="Samples">How many labels people rated.</param>
/// <param name="Kappa">Cohen's κ; null where it says nothing.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
internal sealed record CalibrationSummary(string Id, string Judge, int Samples, double? Kappa, double? Low, double? High)
{
    /// <summary>The figures of a calibration; null where there is none.</summary>
    public static CalibrationSummary? Of(CalibrationStanding? standing) => standing is null ? null
        : new(standing.Id, standing.Judge, standing.Agreement.Samples, standing.Agreement.Kappa, standing.Agreement.Low, standing.Agreement.High);
}
