using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Page;
using DialInsight.Datasets.Selection;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Leaks;
using DialInsight.Quality.Releases;
using DialInsight.Storage;

namespace DialInsight.Quality.Reports;

/// <summary>Makes the report of a run: one pass over its accepted samples, then the communities and their examples.</summary>
internal sealed class ReportBuilder(
    ReleasedSamples released, IDocumentCollection<Sample> samples, IDocumentCollection<Judgement> judgements,
    CalibrationFinder calibrations, ReportEncoder encoder, IDomainPacks packs, TimeProvider time)
{
    private const int SamplesPerCell = 2;

    /// <summary>How long an excerpt of a community's member is at most, in characters.</summary>
    public const int LongestExcerpt = 220;

    /// <summary>Makes the report.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cells">Its counts.</param>
    /// <param name="ledger">Its judgements.</param>
    /// <param name="rows">Its accepted samples in release order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Report> BuildAsync(
        RunCompleted run, IReadOnlyList<CellCounts> cells, RunLedger ledger, IReadOnlyList<ReleaseRow> rows, CancellationToken cancellationToken)
    {
        using var overview = new Overview(run.Seed, encoder.For(run.RunId));
        GateResult? noVectors = await ReadAsync(overview, rows, cancellationToken);
        DatasetMetrics? metrics = null;
        PerText<IReadOnlyList<CommunityExample>>? examples = null;
        if (rows.Count > 0 && noVectors is null)
        {
            (metrics, PerText<IReadOnlyList<IReadOnlyList<int>>> communities) = overview.Metrics.Measure(ledger.Quality, cancellationToken);
            examples = await ExamplesAsync(communities, rows, cancellationToken);
        }

        SplitCount? split = rows.Count == 0 ? null : overview.Split.Count(cancellationToken);
        var found = new GateMeasures(cells, ledger.Quality)
        {
            Richness = metrics?.Richness,
            Leaking = rows.Count == 0 ? 0 : (double)overview.Leaks.Samples / rows.Count,
            Known = split?.ShareKnown ?? 0,
        };
        return new Report
        {
            RunId = run.RunId,
            Recipe = run.Recipe,
            Domain = run.Domain,
            Language = run.Language,
            Seed = run.Seed,
            MadeAt = time.GetUtcNow(),
            Cells = cells,
            Quality = ledger.Quality,
            Metrics = metrics,
            Gate = noVectors is null ? GateCheck.Check(run.Gate, found) : [.. GateCheck.Check(run.Gate, found), noVectors],
            Matrix = overview.Matrix(),
            Communities = examples,
            RejectedFor = [.. ledger.Reasons.Select(reason => new ReasonCount(reason.Key, reason.Value))],
            Rejected = await RejectedAsync(ledger.Rejected, cancellationToken),
            Samples = await WithEvidenceAsync(overview.Picked(), cancellationToken),
            Labellers = [.. ledger.Labellers],
            Judges = [.. ledger.Judges],
            TemplateParts = overview.TemplateParts(),
            Reviewed = ledger.Reviewed,
            Calibration = await calibrations.FindAsync(run.RunId, run.Domain, run.Language, ledger.Judges, cancellationToken),
            Leaks = overview.Leaks.Found,
            LeakingSamples = overview.Leaks.Samples,
            Split = split,
            Spend = SpendTotal.Of([.. ledger.Spend, .. await encoder.SpendAsync(run.RunId, cancellationToken)]),
            Titles = TitlesOf(run.Domain),
        };
    }

    /// <summary>Reads the accepted samples; answers what the gate says where their texts cannot be turned into vectors.</summary>
    private async Task<GateResult?> ReadAsync(Overview overview, IReadOnlyList<ReleaseRow> rows, CancellationToken cancellationToken)
    {
        GateResult? failure = null;
        await foreach (IReadOnlyList<ReleasedSample> batch in released.StreamBatchesAsync(rows, cancellationToken))
        {
            overview.Add(batch);
            failure ??= await EncodeAsync(overview.Metrics, TextEncoder.Batch, cancellationToken);
        }

        return failure ?? await EncodeAsync(overview.Metrics, 1, cancellationToken);
    }

    private static async Task<GateResult?> EncodeAsync(MetricsCollector metrics, int atLeast, CancellationToken cancellationToken)
    {
        try
        {
            await metrics.EncodeAsync(atLeast, cancellationToken);
            return null;
        }
        catch (Exception refused) when (refused is ModelRefusedRequestException or EncoderException)
        {
            return GateCheck.NoVectors(refused.Message);
        }
    }

    private async Task<PerText<IReadOnlyList<CommunityExample>>> ExamplesAsync(
        PerText<IReadOnlyList<IReadOnlyList<int>>> communities, IReadOnlyList<ReleaseRow> rows, CancellationToken cancellationToken) => new(
        await ExamplesAsync(communities.Prompt, rows, sample => SampleText.Prompt(sample.Sample.Assignment), cancellationToken),
        await ExamplesAsync(communities.Input, rows, sample => sample.Dialogue, cancellationToken),
        await ExamplesAsync(communities.Target, rows, sample => sample.Answer, cancellationToken));

    private async Task<IReadOnlyList<CommunityExample>> ExamplesAsync(
        IReadOnlyList<IReadOnlyList<int>> communities, IReadOnlyList<ReleaseRow> rows, Func<ReleasedSample, string> text, CancellationToken cancellationToken)
    {
        var examples = new List<CommunityExample>();
        foreach (IReadOnlyList<int> community in communities.OrderByDescending(community => community.Count).Take(6))
        {
            ReleaseRow[] members = [.. community.Take(3).Select(position => rows[position])];
            var excerpts = new List<string>();
            await foreach (ReleasedSample sample in released.StreamAsync(members, cancellationToken))
                excerpts.Add(Excerpt.Of(text(sample), LongestExcerpt));
            examples.Add(new CommunityExample(community.Count, [.. excerpts.Distinct()]));
        }

        return examples;
    }

    private async Task<IReadOnlyList<SampleToRead>> RejectedAsync(IReadOnlyList<Judgement> rejected, CancellationToken cancellationToken)
    {
        IReadOnlyList<Versioned<Sample>> found = await samples.FindManyAsync([.. rejected.Select(judgement => judgement.Id)], cancellationToken);
        Dictionary<string, Sample> byId = found.ToDictionary(sample => sample.Document.Id, sample => sample.Document);
        return
        [
            .. rejected.Where(judgement => byId.ContainsKey(judgement.Id))
                .Select(judgement => ToRead(byId[judgement.Id], SampleText.Dialogue(byId[judgement.Id].Assignment, packs), byId[judgement.Id].Answer) with
                {
                    Level = judgement.Level,
                    DecidedBy = judgement.Current.By,
                    Reasons = judgement.Current.Reasons,
                }),
        ];
    }

    private async Task<IReadOnlyList<SampleToRead>> WithEvidenceAsync(IReadOnlyList<SampleToRead> picked, CancellationToken cancellationToken)
    {
        IReadOnlyList<Versioned<Judgement>> found = await judgements.FindManyAsync([.. picked.Select(sample => sample.Id)], cancellationToken);
        Dictionary<string, Judgement> byId = found.ToDictionary(judgement => judgement.Document.Id, judgement => judgement.Document);
        return
        [
            .. picked.Select(sample => byId.TryGetValue(sample.Id, out Judgement? judgement)
                // Where a person decided, the grounds are the person's.
                ? sample with { Reasons = judgement.Reviewed ? judgement.Current.Reasons : [.. judgement.Votes.SelectMany(vote => vote.Evidence).Distinct().Take(4)] }
                : sample),
        ];
    }

    private static SampleToRead ToRead(Sample sample, string dialogue, string answer) => new()
    {
        Id = sample.Id,
        CellId = sample.Assignment.CellId,
        Instruction = Excerpt.Of(sample.Assignment.Instruction, ShownSample.LongestText),
        Dialogue = Excerpt.Of(dialogue, ShownSample.LongestText),
        Answer = Excerpt.Of(answer, ShownSample.LongestText),
        DecidedBy = "",
    };

    private Dictionary<string, IReadOnlyDictionary<string, string>> TitlesOf(string domain)
    {
        var titles = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (packs.Find(domain) is not { } pack)
            return titles;
        foreach (Scenario scenario in pack.Scenarios)
            titles[scenario.Id] = scenario.Title.Languages.ToDictionary(language => language, language => scenario.Title[language]);
        foreach (TaskType task in pack.TaskTypes)
            titles[task.Id] = task.Title.Languages.ToDictionary(language => language, language => task.Title[language]);
        foreach (IGrouping<string, LocalisedFormat> format in pack.Formats.Where(format => format.Title is not null).GroupBy(format => format.Format.Id))
            titles.TryAdd(format.Key, format.ToDictionary(language => language.Language, language => language.Title!));
        return titles;
    }

    /// <summary>What one pass over the accepted samples gathers.</summary>
    private sealed class Overview(long seed, TextEncoder? encoder) : IDisposable
    {
        private readonly Dictionary<(string, string, string, string), int> _matrix = [];
        private readonly SortedSet<string> _parts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, SamplePicker<SampleToRead>> _picked = [];

        public MetricsCollector Metrics { get; } = new(encoder: encoder);

        public LeakScan Leaks { get; } = new();

        public SplitCheck Split { get; } = new();

        public void Dispose() => Split.Dispose();

        /// <summary>Takes the next samples, on every core: what looks at them does not look at one another.</summary>
        public void Add(IReadOnlyList<ReleasedSample> samples) =>
            Parallel.ForEach((Action<ReleasedSample>[])[Measure, Leaks.Add, Split.Add, Note], take =>
            {
                foreach (ReleasedSample sample in samples)
                    take(sample);
            });

        public IReadOnlyList<MatrixEntry> Matrix() =>
        [
            .. _matrix.Select(entry => new MatrixEntry(entry.Key.Item1, entry.Key.Item2, entry.Key.Item3, entry.Key.Item4, entry.Value))
                .OrderBy(entry => entry.Scenario, StringComparer.Ordinal).ThenBy(entry => entry.TaskType, StringComparer.Ordinal)
                .ThenBy(entry => entry.Format, StringComparer.Ordinal).ThenBy(entry => entry.Source, StringComparer.Ordinal),
        ];

        public IReadOnlyList<string> TemplateParts() => [.. _parts];

        public IReadOnlyList<SampleToRead> Picked() => [.. _picked.Values.SelectMany(picker => picker.Picked)];

        private void Measure(ReleasedSample sample)
        {
            LabelAssignment assignment = sample.Sample.Assignment;
            Metrics.Add(SampleText.Prompt(assignment), sample.Dialogue, sample.Answer, assignment.Turns.Count, assignment.TranscriptId);
        }

        private void Note(ReleasedSample sample)
        {
            LabelAssignment assignment = sample.Sample.Assignment;
            var kind = (assignment.Scenario, assignment.TaskType, assignment.Format.Id, assignment.Source ?? "");
            _matrix[kind] = _matrix.GetValueOrDefault(kind) + 1;
            _parts.UnionWith(assignment.TemplateParts);
            if (!_picked.TryGetValue(assignment.CellId, out SamplePicker<SampleToRead>? picker))
                _picked[assignment.CellId] = picker = new(SamplesPerCell);
            picker.Offer(DeterministicId.Of(16, $"report {seed}", sample.Sample.Id), () => ToRead(sample.Sample, sample.Dialogue, sample.Answer) with
            {
                Level = sample.Row.Level,
                DecidedBy = sample.Row.DecidedBy,
            });
        }
    }
}
