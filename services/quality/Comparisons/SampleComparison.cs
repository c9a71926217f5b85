using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Releases;
using DialInsight.Storage;

namespace DialInsight.Quality.Comparisons;

/// <summary>Tells two data sets apart sample by sample, as they pass one after the other. Memory grows with the first one's samples: two hashes and an id each.</summary>
internal sealed class SampleComparison
{
    private const int Most = 1000;
    private readonly Dictionary<Guid, (Guid Content, string Id)> _first = [];
    private readonly HashSet<Guid> _seen = [];
    private readonly List<string> _added = [];
    private readonly List<string> _changed = [];

    /// <summary>Samples that only the second holds.</summary>
    public SampleChanges Added => Changes(_added);

    /// <summary>Samples that only the first holds.</summary>
    public SampleChanges Removed => Changes([.. _first.Values.Select(sample => sample.Id)]);

    /// <summary>Samples of one transcript, instruction and task in both, with different answers.</summary>
    public SampleChanges Changed => Changes(_changed);

    /// <summary>How many are the same in both.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Takes the next sample of the first data set.</summary>
    public void AddFirst(ReleasedSample sample) => _first[KeyOf(sample, _first.ContainsKey)] = (ContentOf(sample), sample.Sample.Id);

    /// <summary>Takes the next sample of the second, after all of the first.</summary>
    public void AddSecond(ReleasedSample sample)
    {
        Guid key = KeyOf(sample, _seen.Contains);
        _seen.Add(key);
        if (!_first.Remove(key, out (Guid Content, string Id) before))
            _added.Add(sample.Sample.Id);
        else if (before.Content != ContentOf(sample))
            _changed.Add(sample.Sample.Id);
        else
            Unchanged++;
    }

    /// <summary>What a sample is about, whatever its run; one that is about the same as an earlier one is numbered.</summary>
    private static Guid KeyOf(ReleasedSample sample, Func<Guid, bool> isTaken)
    {
        LabelAssignment assignment = sample.Sample.Assignment;
        for (int repeat = 0; ; repeat++)
        {
            Guid key = DeterministicId.Guid(assignment.TranscriptId, assignment.InstructionId, assignment.CellId, $"{repeat}");
            if (!isTaken(key))
                return key;
        }
    }

    private static Guid ContentOf(ReleasedSample sample) => DeterministicId.Guid(sample.Answer);

    private static SampleChanges Changes(List<string> ids) => new(ids.Count, [.. ids.Order(StringComparer.Ordinal).Take(Most)]);
}
