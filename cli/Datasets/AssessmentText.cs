using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Page;
using Spectre.Console;

namespace DialInsight.Cli.Datasets;

/// <summary>An assessment in words and as JSON.</summary>
internal static class AssessmentText
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <summary>The measures at the top, and what was read.</summary>
    public static string Json(Assessment assessment)
    {
        JsonObject json = JsonSerializer.SerializeToNode(assessment.Metrics, s_json)!.AsObject();
        json["file"] = assessment.Name;
        json["format"] = assessment.Format;
        json["refused"] = assessment.Refused;
        json["samplesToRead"] = JsonSerializer.SerializeToNode(assessment.Samples, s_json);
        if (assessment.Comparison is { } comparison)
            json["comparison"] = JsonSerializer.SerializeToNode(comparison, s_json);
        return json.ToJsonString(s_json);
    }

    /// <summary>The measures as a table on standard output.</summary>
    public static void WriteTable(Assessment assessment)
    {
        DatasetMetrics metrics = assessment.Metrics;
        Table table = new Table().Border(TableBorder.Ascii);
        foreach (string column in (string[])["", "prompt", "input", "target"])
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        Add(table, $"richness R_{metrics.Top}", metrics.Richness, value => Number(value, "0.0000"));
        Add(table, "redundancy", metrics.Redundancy, value => Number(value, "0.0000"));
        Add(table, "communities", metrics.Communities, value => Number(value, "0"));
        Add(table, "tokens, mean", metrics.Tokens, value => Number(value.Mean, "0.0"));
        Add(table, "tokens, median", metrics.Tokens, value => Number(value.Median, "0"));
        Add(table, "tokens, most", metrics.Tokens, value => Number(value.Maximum, "0"));
        if (assessment.Comparison is { } comparison)
        {
            Add(table, $"R at {comparison.Parts.Size}", comparison.A, Text);
            Add(table, $"{comparison.With} at {comparison.Parts.Size}", comparison.B, Text);
        }

        Screen.Write(table, whole: true);
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{assessment.Name}: {metrics.Samples} samples ({assessment.Format}), {assessment.Refused} rows refused; prompt complexity {metrics.PromptComplexity:0.0}, input complexity {metrics.InputComplexity:0.0}; {metrics.Encoder}, cosine {metrics.Threshold} or more"));
    }

    private static void Add<T>(Table table, string name, PerText<T> values, Func<T, string> text)
    {
        PerText<string> cells = values.Select(text);
        table.AddRow(new Text(name), new Text(cells.Prompt), new Text(cells.Input), new Text(cells.Target));
    }

    private static string Text(RichnessInterval interval) => $"{Number(interval.Mean, "0.000")} [{Number(interval.Low, "0.000")}, {Number(interval.High, "0.000")}]";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
