using DialInsight.Contracts;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>
/// A transcript as it is compared: its stored words, with surrogates for personal data; who speaks and where a turn ends do not count. Made on any thread; compared on one at a time.
/// </summary>
internal sealed class ComparedTranscript
{
    /// <summary>How many distinct shingles a conversation must have to be a near duplicate or to have one. Of fewer a word or two would decide; they are compared exactly only.</summary>
    public const int FewestShingles = 20;

    private readonly ulong[] _shingles;

    public ComparedTranscript(string id, IReadOnlyList<Turn> turns, Banding banding)
    {
        _shingles = Shingles.Of(turns.Select(turn => turn.Text));
        Indexed = new IndexedTranscript(IndexedTranscript.KeyOf(id), BandEntry.Of(_shingles, banding));
    }

    /// <summary>What the index keeps of it.</summary>
    public IndexedTranscript Indexed { get; }

    /// <summary>Whether it has as many shingles as it takes, repetitions counted: what is too short for sure need not be looked for.</summary>
    public bool IsLongEnough => _shingles.Length >= FewestShingles;

    private ShingleSet Set => field ??= new ShingleSet(_shingles);

    /// <summary>The Jaccard similarity of the two; 0 where either is too short.</summary>
    public double Jaccard(ComparedTranscript other) => Set.Count < FewestShingles || other.Set.Count < FewestShingles ? 0 : Set.Jaccard(other.Set);
}
