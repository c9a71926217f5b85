using DialInsight.Storage;

namespace DialInsight.Quality.Reports;

/// <summary>Finds the report of a run.</summary>
internal sealed class ReportReader(IDocumentCollection<Report> reports)
{
    /// <summary>The report that was made when the run was decided; null before that.</summary>
    public async Task<Report?> FindAsync(string run, CancellationToken cancellationToken) =>
        (await reports.FindAsync(run, cancellationToken))?.Document;
}
