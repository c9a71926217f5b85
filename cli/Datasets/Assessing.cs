using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Page;
using DialInsight.Datasets.Rows;
using DialInsight.Datasets.Selection;
using DialInsight.Storage;

namespace DialInsight.Cli.Datasets;

/// <summary>Measures a data set file in one reading; a second one takes the examples for its page.</summary>
/// <param name="file">The file.</param>
/// <param name="collector">Takes the samples.</param>
/// <param name="sample">How many rows to measure, drawn at random; null for all.</param>
/// <param name="seed">The seed of the drawing.</param>
/// <param name="refuse">Told of every row that cannot be read, by its line and reason.</param>
internal sealed class Assessing(DatasetFile file, MetricsCollector collector, int? sample, int seed, Action<int, string> refuse)
{
    private const int Examples = 6, Members = 3, LongestExcerpt = 220, SamplesToRead = 5;

    private readonly SamplePicker<SampleExcerpt> _samples = new(SamplesToRead);

    // The row numbers of what was measured, for the second reading.
    private readonly List<int> _rows = [];
    private int _read;

    /// <summary>What was measured.</summary>
    public MetricsCollector Collector => collector;

    /// <summary>Some of what was measured, to be read, in the order of their rows: the same ones for the same seed.</summary>
    public IReadOnlyList<SampleExcerpt> Samples => [.. _samples.Picked.OrderBy(sample => sample.Row)];

    /// <summary>How many rows were read so far; to be asked from any thread.</summary>
    public int Read => Volatile.Read(ref _read);

    /// <summary>How many rows could not be read.</summary>
    public int Refused { get; private set; }

    /// <summary>Reads the file.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        List<(int Number, DatasetRow Row)> drawn = [];
        var random = new Random(seed);
        int seen = 0;
        await foreach (ReadRow<DatasetRow> row in file.ReadAsync((format, json) => format.Read(json), cancellationToken))
        {
            Volatile.Write(ref _read, row.Number);
            if (row.Value is not { } value)
                Refuse(row);
            else if (sample is not { } most)
                await AddAsync(row.Number, value, cancellationToken);
            else if (++seen <= most)
                drawn.Add((row.Number, value));
            else if (random.Next(seen) is var place && place < most)
                drawn[place] = (row.Number, value);
        }

        foreach ((int number, DatasetRow value) in drawn.OrderBy(entry => entry.Number))
            await AddAsync(number, value, cancellationToken);
        await collector.EncodeAsync(1, cancellationToken);
    }

    /// <summary>The largest communities with excerpts.</summary>
    public async Task<PerText<IReadOnlyList<CommunityExample>>> ExamplesAsync(
        PerText<IReadOnlyList<IReadOnlyList<int>>> communities, CancellationToken cancellationToken)
    {
        PerText<IReadOnlyList<int>[]> largest = communities.Select(found => found.OrderByDescending(community => community.Count).Take(Examples).ToArray());
        HashSet<int> wanted = [.. new[] { largest.Prompt, largest.Input, largest.Target }.SelectMany(found => found).SelectMany(community => community.Take(Members)).Select(position => _rows[position])];
        Dictionary<int, DatasetRow> texts = [];
        await foreach (ReadRow<DatasetRow> row in file.ReadAsync((format, json) => format.Read(json), cancellationToken))
        {
            if (row.Value is { } value && wanted.Contains(row.Number))
                texts[row.Number] = value;
        }

        IReadOnlyList<CommunityExample> Excerpts(IReadOnlyList<int>[] found, Func<DatasetRow, string> text) =>
        [
            .. found.Select(community => new CommunityExample(
                community.Count, [.. community.Take(Members).Select(position => Excerpt.Of(text(texts[_rows[position]]), LongestExcerpt)).Distinct()])),
        ];

        return new PerText<IReadOnlyList<CommunityExample>>(
            Excerpts(largest.Prompt, row => row.Prompt), Excerpts(largest.Input, row => row.Input), Excerpts(largest.Target, row => row.Target));
    }

    private void Refuse(ReadRow<DatasetRow> row)
    {
        Refused++;
        refuse(row.Line, $"row {row.Number}: {row.Refusal}");
    }

    private Task AddAsync(int number, DatasetRow row, CancellationToken cancellationToken)
    {
        _rows.Add(number);
        _samples.Offer(DeterministicId.Of(16, $"samples {seed}", $"{number}"), () => SampleExcerpt.Of(number, row));
        collector.Add(row.Prompt, row.Input, row.Target, row.Turns);
        return collector.EncodeAsync(TextEncoder.Batch, cancellationToken);
    }
}
