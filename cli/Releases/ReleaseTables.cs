using System.Globalization;
using DialInsight.Client.Releases;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DialInsight.Cli.Releases;

/// <summary>Releases as tables.</summary>
internal static class ReleaseTables
{
    /// <summary>Releases, one a row.</summary>
    public static IRenderable List(IEnumerable<ReleaseSummary> releases)
    {
        Table table = Of("release", "samples", "released", "run", "richness prompt", "high");
        foreach (ReleaseSummary release in releases)
        {
            Row(
                table, release.Name, Number(release.Samples), release.ReleasedAt.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture), release.RunId,
                Measure(release.Metrics.TryGetValue("richness.prompt", out double richness) ? richness : null), Measure(release.Metrics.TryGetValue("quality.high", out double high) ? high : null));
        }

        return table;
    }

    /// <summary>A release with its files.</summary>
    public static IRenderable Show(ReleaseView release)
    {
        Table table = Of("file", "bytes", "SHA-256");
        foreach (ReleaseFileView file in release.Files)
            Row(table, file.Name, Number(file.Bytes), file.Sha256);
        return new Rows(new Text($"{release.Name}: {release.Samples} samples of run {release.RunId}, checksum {release.Checksum}"), table);
    }

    /// <summary>What changed from one release to another.</summary>
    public static IRenderable Diff(ReleaseDiff diff)
    {
        Table table = Of("measure", diff.From, diff.To, "change");
        foreach ((string measure, MeasureChange change) in diff.Metrics.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Row(table, measure, Measure(change.From), Measure(change.To), (change.To - change.From)?.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture) ?? "");
        return new Rows(
            new Text($"{diff.Added.Count} added, {diff.Removed.Count} removed, {diff.Changed.Count} changed, {diff.Unchanged} unchanged"), table);
    }

    private static Table Of(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Ascii);
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Measure(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
