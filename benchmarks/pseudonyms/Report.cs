using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DialInsight.Benchmarks.Pseudonyms.Generated;
using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms;

/// <summary>What was measured, as a table or as JSON.</summary>
internal sealed class Report
{
    private const int Generated = 2000;
    private readonly SortedDictionary<string, Dictionary<string, Score>> _sets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, Score>> _generated = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Speed> _speeds = new(StringComparer.Ordinal);

    /// <summary>Where the development sets lie beside the repository; null where they do not.</summary>
    public static string? DevelopmentSets()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "DialInsight.sln")))
            root = root.Parent;
        return root is null ? null : Path.Combine(root.FullName, "..", "shared", "data", "pii");
    }

    /// <summary>Measures the labelled sets of a folder; nothing where there is none.</summary>
    public void AddSets(string? folder, Action<string>? remark)
    {
        if (folder is null || !Directory.Exists(folder))
            return;
        foreach (string file in Directory.GetFiles(folder, "*.jsonl"))
            _sets[Path.GetFileNameWithoutExtension(file)] = Measurement.Of(LabelledText.Read(file), remark).ToDictionary(score => score.Key.ToName(), score => score.Value);
    }

    /// <summary>Measures generated dialogues.</summary>
    public void AddGenerated(Action<string>? remark)
    {
        foreach (string language in DialogueGenerator.All)
            _generated[language] = GeneratedMeasurement.Of(DialogueGenerator.Dialogues(language, Generated, 7), remark);
    }

    /// <summary>Measures the speed.</summary>
    public void AddSpeed()
    {
        foreach (string language in DialogueGenerator.Languages)
            _speeds[language] = Speed.Of(language);
    }

    public string ToJson() => JsonSerializer.Serialize(
        new { machine = new { RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, cores = Environment.ProcessorCount }, sets = _sets, generated = _generated, speed = _speeds },
        JsonSerializerOptions.Web);

    public string ToTable()
    {
        var table = new StringBuilder();
        Rows(table, "set", _sets);
        Rows(table, "generated dialogues", _generated);
        foreach ((string language, Speed speed) in _speeds)
            table.AppendLine(CultureInfo.InvariantCulture, $"{language,-8} {speed.DialoguesPerSecond,8:0} dialogues/s a core  {speed.MegabytesPerSecond,6:0.0} MB/s  {speed.BarePasses,5:0} bare passes");
        return table.Length > 0 ? table.ToString() : "There are no labelled sets here. Give a folder of *.jsonl files.";
    }

    private static void Rows<T>(StringBuilder table, string title, IDictionary<string, T> sets)
        where T : IDictionary<string, Score>
    {
        if (sets.Count == 0)
            return;
        table.AppendLine(CultureInfo.InvariantCulture, $"{title,-30} {"type",-24} {"labels",6} {"recall",7} {"whole",7} {"exact",7} {"found",6} {"precision",9}  goals");
        foreach ((string set, T scores) in sets)
        {
            foreach ((string type, Score score) in scores)
                table.AppendLine(CultureInfo.InvariantCulture, $"{set,-30} {type,-24} {score.Labelled,6} {score.Recall,7:0.000} {score.RecallCovered,7:0.000} {score.RecallExact,7:0.000} {score.Found,6} {score.Precision,9:0.000}  {Goals.Verdict(set, type, score)}");
        }

        table.AppendLine();
    }
}
