using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Page;
using DialInsight.LanguageModels.Offline;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Comparisons;
using DialInsight.Quality.Leaks;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Selection;
using DialInsight.Storage;

namespace DialInsight.Quality.Reports;

/// <summary>What a run's data set is worth: measures, gate, counts and samples to read. Bounded in size, whatever the data set's.</summary>
internal sealed record Report
{
    /// <summary>The collection <c>reports</c>: the latest report of each run.</summary>
    public static CollectionDefinition<Report> Definition { get; } = new("reports", report => report.RunId);

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>What is still open; null in the report of a run that was decided.</summary>
    public Provisional? Provisional { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The release; null when there is none.</summary>
    public string? Release { get; init; }

    /// <summary>The domain pack and its version.</summary>
    public required string Domain { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The run's seed.</summary>
    public required long Seed { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The counts per cell.</summary>
    public required IReadOnlyList<CellCounts> Cells { get; init; }

    /// <summary>The levels of all labels.</summary>
    public required LabelQuality Quality { get; init; }

    /// <summary>The measures; null while nothing is accepted.</summary>
    public DatasetMetrics? Metrics { get; init; }

    /// <summary>What was selected of the accepted samples, and by what; null where all of them are the data set.</summary>
    public SelectionSummary? Selection { get; init; }

    /// <summary>The gate, measure by measure.</summary>
    public required IReadOnlyList<GateResult> Gate { get; init; }

    /// <summary>Accepted samples by scenario, task type, format and source.</summary>
    public IReadOnlyList<MatrixEntry> Matrix { get; init; } = [];

    /// <summary>The largest communities of each text, with excerpts.</summary>
    public PerText<IReadOnlyList<CommunityExample>>? Communities { get; init; }

    /// <summary>Why labels were not accepted, the most frequent first.</summary>
    public IReadOnlyList<ReasonCount> RejectedFor { get; init; } = [];

    /// <summary>Some labels that were not accepted.</summary>
    public IReadOnlyList<SampleToRead> Rejected { get; init; } = [];

    /// <summary>Some accepted samples, of every cell.</summary>
    public IReadOnlyList<SampleToRead> Samples { get; init; } = [];

    /// <summary>The models that labelled.</summary>
    public IReadOnlyList<string> Labellers { get; init; } = [];

    /// <summary>The models that judged.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>The template parts that accepted samples were made with, <c>id@version</c>.</summary>
    public IReadOnlyList<string> TemplateParts { get; init; } = [];

    /// <summary>How many labels a person decided on.</summary>
    public long Reviewed { get; init; }

    /// <summary>What it changes against the recipe's release before; null where there is none.</summary>
    public ReleaseDiff? Previous { get; init; }

    /// <summary>The calibration that its judge stands on; null when nobody has rated its labels blind.</summary>
    public CalibrationStanding? Calibration { get; init; }

    /// <summary>Personal data that answers hold and their dialogues do not, by type; null where it was not looked for.</summary>
    public IReadOnlyList<LeakCount>? Leaks { get; init; }

    /// <summary>How many accepted samples hold such data.</summary>
    public int LeakingSamples { get; init; }

    /// <summary>The split by conversation; null while nothing is accepted.</summary>
    public SplitCount? Split { get; init; }

    /// <summary>What everything used, by purpose and model.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];

    /// <summary>What people call scenarios, task types and formats, by id and language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Titles { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Whether a model judged its own labels, which it tends to favour.</summary>
    public bool JudgesItself => Judges.Intersect(Labellers, StringComparer.Ordinal).Any();

    /// <summary>Whether the offline annotator labelled: for trying the platform, not to train on.</summary>
    public bool IsOffline => Labellers.Contains(OfflineAnnotator.ModelName);

    /// <summary>Whether the gate was passed.</summary>
    public bool Passed => Gate.All(result => result.Passed);

    /// <summary>The report without samples to read that were erased, and without excerpts of them.</summary>
    /// <param name="erased">Their ids.</param>
    /// <param name="excerpts">Their texts, cut as excerpts are.</param>
    public Report Without(IReadOnlySet<string> erased, IReadOnlySet<string> excerpts) => this with
    {
        Samples = [.. Samples.Where(sample => !erased.Contains(sample.Id))],
        Rejected = [.. Rejected.Where(sample => !erased.Contains(sample.Id))],
        Communities = Communities?.Select<IReadOnlyList<CommunityExample>>(
            examples => [.. examples.Select(example => example with { Excerpts = [.. example.Excerpts.Where(excerpt => !excerpts.Contains(excerpt))] })]),
    };

    /// <summary>The headline measures by name; the label shares alone while nothing is accepted.</summary>
    public IReadOnlyDictionary<string, double> Headline() => Metrics?.Headline() ?? new Dictionary<string, double>
    {
        ["samples"] = 0,
        ["quality.high"] = Quality.ShareHigh,
        ["quality.unjudged"] = Quality.ShareUnjudged,
    };
}

/// <summary>How many accepted samples are of a kind.</summary>
internal sealed record MatrixEntry(string Scenario, string TaskType, string Format, string Source, int Count);

/// <summary>How many labels were not accepted for a reason: <c>surplus</c>, <c>inReview</c>, <c>unjudged</c>, <c>person</c>, <c>gate:…</c>, <c>judge:…</c>.</summary>
internal sealed record ReasonCount(string Reason, long Count);

/// <summary>A sample for people to read.</summary>
internal sealed record SampleToRead
{
    /// <summary>The sample's id.</summary>
    public required string Id { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>The instruction.</summary>
    public required string Instruction { get; init; }

    /// <summary>The dialogue, cut where it is very long.</summary>
    public required string Dialogue { get; init; }

    /// <summary>The answer, cut where it is very long.</summary>
    public required string Answer { get; init; }

    /// <summary>The level; null when there is none.</summary>
    public QualityLevel? Level { get; init; }

    /// <summary>Who decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Why it was not accepted, or the judge's evidence.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
