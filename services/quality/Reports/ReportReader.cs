using DialInsight.Quality.Calibrations;
using DialInsight.Storage;

namespace DialInsight.Quality.Reports;

/// <summary>Finds the report of a run.</summary>
internal sealed class ReportReader(IDocumentCollection<Report> reports, ProvisionalReports provisional, CalibrationFinder calibrations)
{
    /// <summary>The report that was made when the run was decided, with its judge's latest calibration; before that a provisional one of what there is, and null where nothing is known of the run.</summary>
    public async Task<Report?> FindAsync(string run, CancellationToken cancellationToken) =>
        (await reports.FindAsync(run, cancellationToken))?.Document is { } report
            ? report with { Calibration = await calibrations.FindAsync(run, report.Domain, report.Language, report.Judges, cancellationToken) }
            : await provisional.FindAsync(run, cancellationToken);
}
