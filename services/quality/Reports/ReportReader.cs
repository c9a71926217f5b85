using DialInsight.Quality.Calibrations;
using DialInsight.Storage;

namespace DialInsight.Quality.Reports;

/// <summary>Finds the report of a run.</summary>
internal sealed class ReportReader(IDocumentCollection<Report> reports, CalibrationFinder calibrations)
{
    /// <summary>The report that was made when the run was decided, with its judge's latest calibration; null before that.</summary>
    public async Task<Report?> FindAsync(string run, CancellationToken cancellationToken) =>
        (await reports.FindAsync(run, cancellationToken))?.Document is { } report
            ? report with { Calibration = await calibrations.FindAsync(run, report.Domain, report.Language, report.Judges, cancellationToken) }
            : null;
}
