using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>What two releases have in common, sample by sample and measure by measure.</summary>
/// <param name="From">The first release.</param>
/// <param name="To">The second.</param>
/// <param name="Added">Samples that only the second holds.</param>
/// <param name="Removed">Samples that only the first holds.</param>
/// <param name="Changed">Samples of one transcript, instruction and task in both, with different answers.</param>
/// <param name="Unchanged">How many are the same in both.</param>
/// <param name="Metrics">The headline measures of both.</param>
internal sealed record ReleaseDiff(
    string From,
    string To,
    SampleChanges Added,
    SampleChanges Removed,
    SampleChanges Changed,
    int Unchanged,
    IReadOnlyDictionary<string, MeasureChange> Metrics);

/// <summary>Samples that differ.</summary>
/// <param name="Count">How many.</param>
/// <param name="Samples">Their ids, the first thousand.</param>
internal sealed record SampleChanges(int Count, IReadOnlyList<string> Samples);

/// <summary>A measure in two releases; null where one does not have it.</summary>
internal sealed record MeasureChange(double? From, double? To);

/// <summary>Compares releases.</summary>
internal sealed class ReleaseComparison(ReleasedSamples samples)
{
    private const int Most = 1000;

    /// <summary>Compares two releases. Memory grows with the first one's number of samples: two hashes and an id each.</summary>
    public async Task<ReleaseDiff> CompareAsync(Release from, Release to, CancellationToken cancellationToken)
    {
        var first = new Dictionary<string, (string Content, string Id)>(from.Samples, StringComparer.Ordinal);
        await foreach (ReleasedSample sample in samples.StreamAsync(from.Name, cancellationToken))
            first[KeyOf(sample, first.ContainsKey)] = (ContentOf(sample), sample.Sample.Id);

        List<string> added = [], changed = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        int unchanged = 0;
        await foreach (ReleasedSample sample in samples.StreamAsync(to.Name, cancellationToken))
        {
            string key = KeyOf(sample, seen.Contains);
            seen.Add(key);
            if (!first.Remove(key, out (string Content, string Id) before))
                added.Add(sample.Sample.Id);
            else if (before.Content != ContentOf(sample))
                changed.Add(sample.Sample.Id);
            else
                unchanged++;
        }

        return new ReleaseDiff(
            from.Name, to.Name, Changes(added), Changes([.. first.Values.Select(sample => sample.Id)]), Changes(changed), unchanged,
            Measures(from, to));
    }

    /// <summary>What a sample is about, whatever its run; one that is about the same as an earlier one is numbered.</summary>
    private static string KeyOf(ReleasedSample sample, Func<string, bool> isTaken)
    {
        var assignment = sample.Sample.Assignment;
        for (int repeat = 0; ; repeat++)
        {
            string key = DeterministicId.Of(
                24, assignment.TranscriptId, assignment.InstructionId, assignment.CellId, $"{repeat}");
            if (!isTaken(key))
                return key;
        }
    }

    private static string ContentOf(ReleasedSample sample) => DeterministicId.Of(24, sample.Answer);

    private static SampleChanges Changes(List<string> ids) => new(ids.Count, [.. ids.Order(StringComparer.Ordinal).Take(Most)]);

    private static SortedDictionary<string, MeasureChange> Measures(Release from, Release to)
    {
        IReadOnlyDictionary<string, double> before = from.Report.Headline();
        IReadOnlyDictionary<string, double> after = to.Report.Headline();
        var changes = new SortedDictionary<string, MeasureChange>(StringComparer.Ordinal);
        foreach (string measure in before.Keys.Union(after.Keys))
        {
            changes[measure] = new MeasureChange(
                before.TryGetValue(measure, out double old) ? old : null, after.TryGetValue(measure, out double now) ? now : null);
        }

        return changes;
    }
}
