namespace DialInsight.Quality.Reports;

/// <summary>The report as one self-contained page.</summary>
internal static class ReportPage
{
    /// <summary>The page.</summary>
    public static string Render(Report report) => "<!doctype html><title>" + System.Net.WebUtility.HtmlEncode(report.Recipe) + "</title>";
}
