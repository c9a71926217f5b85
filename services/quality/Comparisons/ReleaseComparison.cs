using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Metrics;
using DialInsight.LanguageModels;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.Storage;

namespace DialInsight.Quality.Comparisons;

/// <summary>Compares data sets. Samples are told apart in one pass over both; drawing parts of equal size takes seconds, and is kept for two releases, which stand still.</summary>
internal sealed class ReleaseComparison(ReleasedSamples samples, ReportEncoder encoder, IDocumentCollection<KeptComparison> kept) : IDisposable
{
    /// <summary>Samples of each that parts are drawn from: as many again as the largest part leave enough to draw, and larger data sets cost no more.</summary>
    private const int MostDrawnFrom = 10_000;

    private readonly SemaphoreSlim _drawing = new(1);

    /// <summary>What the second release changes against the first.</summary>
    public Task<ReleaseDiff> CompareAsync(Release from, Release to, CancellationToken cancellationToken) =>
        CompareAsync(from, to.Report with { Release = to.Name }, to.Checksum, () => samples.StreamAsync(to.Name, cancellationToken), cancellationToken);

    /// <summary>What a data set that is about to be decided changes against a release.</summary>
    /// <param name="from">The release.</param>
    /// <param name="to">The data set's report.</param>
    /// <param name="rows">Its rows, in the order of their release.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ReleaseDiff> CompareAsync(Release from, Report to, IReadOnlyList<ReleaseRow> rows, CancellationToken cancellationToken) =>
        CompareAsync(from, to, toChecksum: null, () => samples.StreamAsync(rows, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _drawing.Dispose();

    private async Task<ReleaseDiff> CompareAsync(
        Release from, Report to, string? toChecksum, Func<IAsyncEnumerable<ReleasedSample>> second, CancellationToken cancellationToken)
    {
        var differences = new SampleComparison();
        int count = 0;
        await foreach (ReleasedSample sample in samples.StreamAsync(from.Name, cancellationToken))
            differences.AddFirst(sample);
        await foreach (ReleasedSample sample in second())
        {
            differences.AddSecond(sample);
            count++;
        }

        return new ReleaseDiff
        {
            From = from.Name,
            To = to.Release,
            Added = differences.Added,
            Removed = differences.Removed,
            Changed = differences.Changed,
            Unchanged = differences.Unchanged,
            Metrics = ReleaseDiff.MeasuresOf(from.Report, to),
            Richness = count > 0 && AreAlike(from.Report.Metrics, to.Metrics) ? await RichnessAsync(from, to, toChecksum, count, second, cancellationToken) : null,
            Gate = ReleaseDiff.GateOf(from.Report, to),
            Calibration = new CalibrationChange(CalibrationSummary.Of(from.Report.Calibration), CalibrationSummary.Of(to.Calibration)),
        };
    }

    /// <summary>Richness compares where it is of the same vectors, at the same threshold.</summary>
    private static bool AreAlike(DatasetMetrics? from, DatasetMetrics? to) => from is not null && to is not null && (from.Encoder, from.Threshold, from.Top) == (to.Encoder, to.Threshold, to.Top);

    private async Task<EqualSize?> RichnessAsync(
        Release from, Report to, string? toChecksum, int toCount, Func<IAsyncEnumerable<ReleasedSample>> second, CancellationToken cancellationToken)
    {
        string? id = toChecksum is null ? null : KeptComparison.IdOf(from.Checksum, toChecksum, to.Metrics!.Encoder);
        if (id is not null && await kept.FindAsync(id, cancellationToken) is { } known)
            return known.Document.Richness;
        // One at a time: it takes every core that there is.
        await _drawing.WaitAsync(cancellationToken);
        try
        {
            MetricsCollector before = await CollectAsync(samples.StreamAsync(from.Name, cancellationToken), from.Samples, to, cancellationToken);
            MetricsCollector after = await CollectAsync(second(), toCount, to, cancellationToken);
            // The encoder of then may not be the one of now.
            if (before.Count == 0 || before.Encoder != to.Metrics!.Encoder || after.Encoder != before.Encoder)
                return null;
            Datasets.Metrics.Comparison drawn = Datasets.Metrics.Comparison.Of(before, after, "", cancellationToken: cancellationToken);
            var richness = new EqualSize(drawn.Parts.Size, drawn.Parts.Draws, drawn.A, drawn.B);
            if (id is not null)
                await kept.InsertAsync(new KeptComparison(id, richness), cancellationToken);
            return richness;
        }
        catch (Exception refused) when (refused is ModelRefusedRequestException or EncoderException)
        {
            return null;
        }
        finally
        {
            _drawing.Release();
        }
    }

    private async Task<MetricsCollector> CollectAsync(IAsyncEnumerable<ReleasedSample> all, int count, Report to, CancellationToken cancellationToken)
    {
        var collector = new MetricsCollector();
        if (collector.Encoder != to.Metrics!.Encoder)
            collector = new MetricsCollector(encoder: encoder.For(to.RunId));
        double share = (double)MostDrawnFrom / count;
        await foreach (ReleasedSample sample in all)
        {
            LabelAssignment assignment = sample.Sample.Assignment;
            if (share < 1 && Place(sample.Sample.Id) >= share)
                continue;
            collector.Add(SampleText.Prompt(assignment), sample.Dialogue, sample.Answer, assignment.Turns.Count, assignment.TranscriptId);
            await collector.EncodeAsync(TextEncoder.Batch, cancellationToken);
        }

        await collector.EncodeAsync(1, cancellationToken);
        return collector;
    }

    /// <summary>A sample's place in a random order, 0 to 1.</summary>
    private static double Place(string id) => DeterministicId.Number("compare", id) / (double)uint.MaxValue;
}

/// <summary>The richness of two releases at equal size. It holds no word of them.</summary>
/// <param name="Id">Of both checksums and the encoder.</param>
/// <param name="Richness">The richness.</param>
internal sealed record KeptComparison(string Id, EqualSize Richness)
{
    /// <summary>The collection <c>comparisons</c>.</summary>
    public static CollectionDefinition<KeptComparison> Definition { get; } = new("comparisons", comparison => comparison.Id);

    /// <summary>The id of a comparison.</summary>
    public static string IdOf(string from, string to, string encoder) => DeterministicId.Of(32, "equal-size", from, to, encoder);
}
