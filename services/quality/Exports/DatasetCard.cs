using System.Globalization;
using System.Text;
using System.Text.Json;
using DialInsight.Datasets.Metrics;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Exports;

/// <summary>The Hugging Face card: YAML that the hub reads, then what a person wants to know first.</summary>
internal static class DatasetCard
{
    /// <summary>The card as Markdown.</summary>
    public static string Markdown(Release release)
    {
        var card = new StringBuilder();
        WriteYaml(card, release);
        WriteText(card, release);
        return card.ToString();
    }

    private static void WriteYaml(StringBuilder card, Release release)
    {
        card.Append("---\n");
        Line(card, $"pretty_name: {Quoted(release.Name)}");
        Line(card, $"language:\n- {Quoted(release.Report.Language)}");
        Line(card, $"license: other");
        Line(card, $"task_categories:\n- text-generation");
        Line(card, $"size_categories:\n- {SizeCategory(release.Samples)}");
        Line(card, $"tags:\n- dialogue\n- instruction-tuning\n- synthetic\n- dialinsight\n- {Quoted(release.Report.Domain.Split('@')[0])}");
        WriteSplit(card, [.. release.Files.Where(file => file.IsOfSplit)]);
        card.Append("---\n\n");
    }

    private static void WriteText(StringBuilder card, Release release)
    {
        Line(card, $"# {Escaped(release.Name)}\n");
        Line(card, $"{release.Samples} instruction-tuning samples from conversations, domain pack `{release.Report.Domain}`.");
        if (release.Withdrawals.Count > 0)
            Line(card, $"{release.Withdrawals.Sum(withdrawal => withdrawal.Rows)} samples were withdrawn since the release, as people asked; the measures are those of the release.\n");
        if (release.Report.Selection is { } selection)
            Line(card, $"They were selected from {selection.Accepted} accepted ones: by complexity × quality as the judge scored them, the highest first, at most {selection.Most}, none with a cosine above {selection.Similarity} to another ({selection.Encoder}).\n");
        Line(card, $"Labelled by {Names(release.Report.Labellers)}; judged by {Names(release.Report.Judges)}.\n");
        if (release.Report.Calibration is { Agreement: { Kappa: { } kappa } agreement } calibration)
            Line(card, $"Against people, who rated {agreement.Samples} labels blind, the judge reaches Cohen's κ {kappa:F2} (95 % interval {agreement.Low:F2} to {agreement.High:F2}; calibration `{calibration.Id}`).\n");
        if (release.Report.IsOffline)
            card.Append("> Labelled by the offline annotator, a pattern-based stand-in for trying the platform: **not data to train on.**\n\n");
        if (release.Report.Metrics is { } metrics)
            WriteMeasures(card, metrics, release.Report.Quality);
        WriteFiles(card, release);
    }

    /// <summary>The split as the hub's one configuration, so that whoever loads the data set does not train on what it is tested with.</summary>
    private static void WriteSplit(StringBuilder card, IReadOnlyList<ExportFile> shards)
    {
        if (shards.Count == 0)
            return;
        card.Append("configs:\n- config_name: default\n  default: true\n  data_files:\n");
        foreach (IGrouping<string, ExportFile> part in shards.GroupBy(shard => shard.Format))
        {
            Line(card, $"  - split: {part.Key}\n    path:");
            foreach (ExportFile shard in part)
                Line(card, $"    - {shard.Name}");
        }

        card.Append("dataset_info:\n- config_name: default\n  features:\n  - name: messages\n    list:\n    - name: role\n      dtype: string\n    - name: content\n      dtype: string\n  splits:\n");
        foreach (IGrouping<string, ExportFile> part in shards.GroupBy(shard => shard.Format))
            Line(card, $"  - name: {part.Key}\n    num_bytes: {part.Sum(shard => shard.Bytes)}\n    num_examples: {part.Sum(shard => shard.Rows)}");
        Line(card, $"  download_size: {shards.Sum(shard => shard.Bytes)}\n  dataset_size: {shards.Sum(shard => shard.Bytes)}");
    }

    private static void WriteFiles(StringBuilder card, Release release)
    {
        card.Append("## Files\n\n| file | rows | bytes | refused by the trainer's rules | SHA-256 |\n| --- | ---: | ---: | ---: | --- |\n");
        foreach (ExportFile file in release.FolderFiles().Where(file => file.Rows is not null))
            Line(card, $"| {file.Name} | {file.Rows} | {file.Bytes} | {file.Refused} | `{file.Sha256}` |");
        card.Append('\n');
        card.Append("`data/` holds every sample once, split by conversation: no conversation is in two parts. Each of the other files holds all samples, those of the test part too: to test what you\n");
        card.Append("trained, train on `data/train-*`. `dataset_info.json` registers the files with LLaMA-Factory. `manifest.json` holds the recipe, the counts, the versions and where each sample is from;\n");
        card.Append("`report.html` shows the measures. The archive for the Hugging Face hub holds `data/` and this card; the release's folder and its service hold the rest. Set `license` above before publishing.\n");
    }

    private static void WriteMeasures(StringBuilder card, DatasetMetrics metrics, LabelQuality quality)
    {
        card.Append("## Measures\n\n| measure | prompt | input | target |\n| --- | ---: | ---: | ---: |\n");
        Line(card, $"| richness R_{metrics.Top} (cosine ≥ {metrics.Threshold}, {metrics.Encoder}) | {metrics.Richness.Prompt:F3} | {metrics.Richness.Input:F3} | {metrics.Richness.Target:F3} |");
        Line(card, $"| redundancy | {metrics.Redundancy.Prompt:F3} | {metrics.Redundancy.Input:F3} | {metrics.Redundancy.Target:F3} |");
        Line(card, $"| mean tokens | {metrics.Tokens.Prompt.Mean:F1} | {metrics.Tokens.Input.Mean:F1} | {metrics.Tokens.Target.Mean:F1} |\n");
        Line(card, $"Prompt complexity {metrics.PromptComplexity:F1}, input complexity {metrics.InputComplexity:F1} tokens. Of all judged labels {quality.ShareHigh:P1} were high.\n");
    }

    /// <summary>The hub's size classes.</summary>
    private static string SizeCategory(int samples) => samples switch
    {
        < 1_000 => "n<1K",
        < 10_000 => "1K<n<10K",
        < 100_000 => "10K<n<100K",
        < 1_000_000 => "100K<n<1M",
        < 10_000_000 => "1M<n<10M",
        _ => "10M<n<100M",
    };

    private static string Names(IReadOnlyList<string> models) =>
        models.Count == 0 ? "hard gates alone" : string.Join(", ", models.Select(model => $"`{model.Replace("`", "'", StringComparison.Ordinal)}`"));

    /// <summary>A YAML double-quoted scalar; JSON's strings are a subset of them.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Escaped(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    private static void Line(StringBuilder card, FormattableString line) => card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
