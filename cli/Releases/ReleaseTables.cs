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
        Table table = Of("release", "samples", "released", "run", "richness prompt", "high", "judge's kappa", "withdrawn");
        foreach (ReleaseSummary release in releases)
        {
            Row(
                table, release.Name, release.SelectedFrom is { } from ? $"{Number(release.Samples)} of {Number(from)}" : Number(release.Samples), Time(release.ReleasedAt), release.RunId,
                Measure(release.Metrics.TryGetValue("richness.prompt", out double richness) ? richness : null), Measure(release.Metrics.TryGetValue("quality.high", out double high) ? high : null),
                release.Calibration is { } calibration ? Kappa(calibration) : "", release.Withdrawn == 0 ? "" : Number(release.Withdrawn));
        }

        return table;
    }

    /// <summary>A release with its files, and what was taken out of it.</summary>
    public static IRenderable Show(ReleaseView release)
    {
        Table files = Of("file", "bytes", "SHA-256");
        foreach (ReleaseFileView file in release.Files)
            Row(files, file.Name, Number(file.Bytes), file.Sha256);
        List<IRenderable> parts = [new Text($"{release.Name}: {release.Samples} samples of run {release.RunId}, checksum {release.Checksum}"), files];
        if (release.Withdrawals.Count > 0)
            parts.AddRange([new Text("Withdrawn since:"), Withdrawals(release.Withdrawals)]);
        return new Rows(parts);
    }

    /// <summary>Samples that were left out, one a row.</summary>
    public static IRenderable LeftOut(IEnumerable<LeftOutView> leftOut)
    {
        Table table = Of("sample", "complexity", "quality", "why", "similar to", "cosine");
        foreach (LeftOutView left in leftOut)
            Row(table, left.SampleId, Measure(left.Scores?.Complexity, "0.##"), Measure(left.Scores?.Quality, "0.##"), left.Reason == "beyond" ? "beyond the number wanted" : "too similar", left.SimilarTo ?? "", Measure(left.Cosine, "0.000"));
        return table;
    }

    private static Table Withdrawals(IEnumerable<WithdrawalView> withdrawals)
    {
        Table table = Of("withdrawn", "rows", "samples left", "erasure", "checksum since");
        foreach (WithdrawalView withdrawal in withdrawals)
            Row(table, Time(withdrawal.At), Number(withdrawal.Rows), Number(withdrawal.Samples), string.Join(", ", withdrawal.Erasures), withdrawal.Checksum);
        return table;
    }

    /// <summary>A table with these columns.</summary>
    public static Table Of(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Ascii);
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        return table;
    }

    /// <summary>Adds a row.</summary>
    public static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    /// <summary>Cohen's κ with its interval.</summary>
    public static string Kappa(CalibrationSummary calibration) => calibration.Kappa is null ? "none" : $"{Measure(calibration.Kappa, "0.00")} [{Measure(calibration.Low, "0.00")}, {Measure(calibration.High, "0.00")}]";

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A figure, nothing where there is none.</summary>
    public static string Measure(double? value, string format = "0.####") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
