using System.CommandLine;
using System.Globalization;
using DialInsight.Cli.Datasets;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Page;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight assess</c>: the measures of any data set file.</summary>
internal static class AssessCommand
{
    private static readonly Argument<string> s_file = DatasetOptions.File();
    private static readonly Option<string> s_format = DatasetOptions.Format();
    private static readonly Option<double?> s_threshold = Checked<double?>("--threshold", "θ: the cosine from which two texts are of one community; else the encoder's own: 0.82 for token counts, 0.75 for embeddings.", null, value => value is null or > 0 and <= 1, "above 0 and at most 1");
    private static readonly Option<int> s_top = Checked("--top", "k of R_k: how many members of a community count.", 1, value => value >= 1, "1 or more");
    private static readonly Option<int?> s_sample = Checked<int?>("--sample", "Measure so many rows, drawn at random.", null, value => value is null or >= 1, "1 or more");
    private static readonly Option<int> s_seed = new("--seed") { Description = "The seed of --sample and --compare, and of which samples are shown.", DefaultValueFactory = static _ => 42 };
    private static readonly Option<string?> s_compare = new("--compare") { Description = "Another data set: richness of both at equal size, with 95 % intervals." };
    private static readonly Option<int?> s_size = Checked<int?>("--size", "Samples of each part that --compare draws; else half of the smaller data set, 2,000 at most.", null, value => value is null or >= 1, "1 or more");
    private static readonly Option<int> s_draws = Checked("--draws", "How many parts --compare draws.", 100, value => value is >= 2 and <= 10_000, "from 2 to 10,000");
    private static readonly EmbeddingOptions s_embeddings = new();
    private static readonly Option<bool> s_json = new("--json") { Description = "The measures as JSON." };
    private static readonly Option<string?> s_report = new("--report") { Description = "Writes them as one HTML page to this file." };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command(
            "assess",
            """
            Measures a data set: complexity, richness and redundancy by exact communities of token counts (or of embeddings), distributions; --json and --report give some samples to read. No service is needed. Rows that cannot be read are named on
            standard error and left out; exit code 1 when none can, or the file cannot be read.
            """)
        {
            s_file, s_format, s_threshold, s_top, s_sample, s_seed, s_compare, s_size, s_draws, s_json, s_report,
        };
        s_embeddings.AddTo(command);
        command.SetAction((parsed, token) => DatasetOptions.RunAsync(parsed.InvocationConfiguration.Error, () => RunAsync(parsed, token), token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        TextWriter errors = parsed.InvocationConfiguration.Error;
        string path = parsed.GetRequiredValue(s_file);
        string? report = parsed.GetValue(s_report);
        if (path == "-" && report is not null)
        {
            await errors.WriteLineAsync("dialinsight: --report reads the file twice, and standard input can be read once: give a file.");
            return 1;
        }

        await using EmbeddingRun? embeddings = s_embeddings.Open(parsed);
        await using Progress progress = Progress.Start(errors);
        if (await ReadAsync(parsed, path, embeddings, progress, cancellationToken) is not { } measured)
            return 1;
        (DatasetMetrics metrics, PerText<IReadOnlyList<IReadOnlyList<int>>> communities) = measured.Assessing.Collector.Measure(
            quality: null, cancellationToken, texts => progress.Begin($"looking for communities of {texts}"));
        Comparison? comparison = null;
        if (parsed.GetValue(s_compare) is { } other)
        {
            if (await ReadAsync(parsed, other, embeddings, progress, cancellationToken) is not { } second)
                return 1;
            if (Parts(parsed, metrics.Samples, second.Assessing.Collector.Count) is not { } parts)
            {
                await errors.WriteLineAsync("dialinsight: --size is more than the smaller data set holds.");
                return 1;
            }

            progress.Begin("comparing");
            comparison = Comparison.Of(measured.Assessing.Collector, second.Assessing.Collector, Path.GetFileName(other), parts, cancellationToken);
        }

        progress.Begin("reading excerpts");
        var assessment = new Assessment
        {
            Name = Path.GetFileName(path),
            Format = measured.Format,
            Metrics = metrics,
            Refused = measured.Assessing.Refused,
            Communities = report is null ? new([], [], []) : await measured.Assessing.ExamplesAsync(communities, cancellationToken),
            Samples = measured.Assessing.Samples,
            Comparison = comparison,
        };
        if (report is not null)
            await File.WriteAllTextAsync(report, AssessmentPage.Render(assessment), cancellationToken);
        if (embeddings is not null)
            await errors.WriteLineAsync(await embeddings.CostAsync(cancellationToken));
        if (parsed.GetValue(s_json))
            await parsed.InvocationConfiguration.Output.WriteLineAsync(AssessmentText.Json(assessment));
        else
            AssessmentText.WriteTable(assessment);
        return 0;
    }

    private static async Task<(Assessing Assessing, string Format)?> ReadAsync(ParseResult parsed, string path, EmbeddingRun? embeddings, Progress progress, CancellationToken cancellationToken)
    {
        TextWriter errors = parsed.InvocationConfiguration.Error;
        var file = new DatasetFile(path, DatasetOptions.Named(parsed.GetValue(s_format)));
        var assessing = new Assessing(
            file, new MetricsCollector(new MetricsOptions(parsed.GetValue(s_threshold), parsed.GetValue(s_top)), embeddings?.Encoder), parsed.GetValue(s_sample), parsed.GetValue(s_seed),
            (line, reason) => errors.WriteLine($"{path}:{line}: {reason}"));
        progress.Begin(() => string.Create(CultureInfo.InvariantCulture, $"{assessing.Read:N0} rows of {path} read"));
        await assessing.ReadAsync(cancellationToken);
        if (assessing.Collector.Count > 0)
            return (assessing, file.Format!.Name);
        await errors.WriteLineAsync($"dialinsight: {path} holds no row that can be measured.");
        return null;
    }

    private static Subsampling? Parts(ParseResult parsed, int first, int second)
    {
        int smaller = Math.Min(first, second);
        int size = parsed.GetValue(s_size) ?? Comparison.PartSize(first, second);
        return size <= smaller ? new Subsampling(size, parsed.GetValue(s_draws), parsed.GetValue(s_seed)) : null;
    }

    private static Option<T> Checked<T>(string name, string description, T standard, Func<T?, bool> isValid, string range)
    {
        var option = new Option<T>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (!isValid(result.GetValue(option)))
                result.AddError($"{name} must be {range}.");
        });
        return option;
    }
}
