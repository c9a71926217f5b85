using System.Text.Json;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;

namespace DialInsight.Quality.Exports;

/// <summary>Writes the manifest: what the release is, how it came about, and where each sample is from. Streamed: the lineage is as long as the data set.</summary>
internal static class ManifestWriter
{
    /// <summary>Writes what stands before the samples' rows.</summary>
    public static async Task BeginAsync(Release release, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, ExportJson.Indented);
        json.WriteStartObject();
        WriteIdentity(json, release);
        WriteCounts(json, release.Report.Cells);
        if (release.Report.Selection is { } selection)
            Write(json, "selection", selection);
        WriteVersions(json, release.Report);
        WriteMeasures(json, release.Report);
        Write(json, "spend", release.Report.Spend);
        WriteChecksums(json, release);
        json.WriteStartArray("samples");
        await json.FlushAsync(cancellationToken);
    }

    private static void WriteIdentity(Utf8JsonWriter json, Release release)
    {
        json.WriteString("release", release.Name);
        json.WriteNumber("version", release.Version);
        json.WriteString("run", release.RunId);
        json.WriteString("releasedAt", release.ReleasedAt);
        json.WriteString("releasedBy", release.RequestedBy ?? "run");
        json.WriteString("domain", release.Report.Domain);
        json.WriteString("language", release.Report.Language);
        json.WriteNumber("seed", release.Report.Seed);
        json.WritePropertyName("recipe");
        try
        {
            using JsonDocument recipe = JsonDocument.Parse(release.RecipeText);
            recipe.RootElement.WriteTo(json);
        }
        catch (JsonException)
        {
            json.WriteStringValue(release.RecipeText);
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, IReadOnlyList<CellCounts> cells)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("target", cells.Sum(cell => cell.Target));
        json.WriteNumber("requested", cells.Sum(cell => cell.Requested));
        json.WriteNumber("accepted", cells.Sum(cell => cell.Accepted));
        json.WriteNumber("rejected", cells.Sum(cell => cell.Rejected));
        json.WriteNumber("failed", cells.Sum(cell => cell.Failed));
        json.WriteNumber("pending", cells.Sum(cell => cell.Pending));
        Write(json, "cells", cells);
        json.WriteEndObject();
    }

    private static void WriteVersions(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("versions");
        json.WriteString("domainPack", report.Domain);
        Write(json, "templateParts", report.TemplateParts);
        Write(json, "labellers", report.Labellers);
        Write(json, "judges", report.Judges);
        json.WriteBoolean("judgesItself", report.JudgesItself);
        json.WriteString("encoder", report.Metrics?.Encoder);
        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, Report report)
    {
        if (report.Metrics is { } metrics)
            Write(json, "metrics", metrics);
        Write(json, "gate", report.Gate);
        Write(json, "calibration", report.Calibration);
        Write(json, "leaks", report.Leaks);
        Write(json, "split", report.Split);
    }

    private static void WriteChecksums(Utf8JsonWriter json, Release release)
    {
        json.WriteString("checksum", release.Checksum);
        json.WriteStartArray("files");
        foreach (ExportFile file in release.FolderFiles())
            WriteFile(json, file);
        json.WriteEndArray();
        Write(json, "withdrawals", release.Withdrawals);
    }

    private static void WriteFile(Utf8JsonWriter json, ExportFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("format", file.Format);
        if (file is { Rows: { } rows, Refused: { } refused })
        {
            json.WriteNumber("rows", rows);
            json.WriteNumber("refused", refused);
        }

        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("sha256", file.Sha256);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, T value)
    {
        json.WritePropertyName(name);
        // By way of an element: the serializer would flush the writer, and a response does not take that.
        JsonSerializer.SerializeToElement(value, ExportJson.Values).WriteTo(json);
    }
}
