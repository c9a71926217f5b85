using System.Globalization;
using DialInsight.Client.Failures;
using Spectre.Console;

namespace DialInsight.Cli.Failures;

/// <summary>Failures, one a row.</summary>
internal static class FailureTable
{
    public static Table Of(IEnumerable<FailureView> failures)
    {
        Table table = new Table().Border(TableBorder.Ascii);
        foreach (string column in new[] { "attempt", "class", "at", "why" })
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        foreach (FailureView failure in failures)
        {
            // Texts, not strings: brackets in them are no markup.
            table.AddRow(
                new Text(failure.Id), new Text(failure.Class ?? ""), new Text(failure.At?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? ""), new Text(failure.Reason ?? ""));
        }

        return table;
    }
}
