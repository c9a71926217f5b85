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
        UInt128 key = IndexedTranscript.KeyOf(id);

        // One that is too short is found by itself alone: very many of the same few words would be looked through each time.
        Indexed = new IndexedTranscript(key, BandEntry.Of(IsLongEnough ? _shingles : [(ulong)(key >> 64) ^ (ulong)key], banding));
    }

    /// <summary>What the index keeps of it.</summary>
    public IndexedTranscript Indexed { get; }

    /// <summary>Whether it has as many shingles as it takes, repetitions counted: what is too short for sure need not be looked for.</summary>
    public bool IsLongEnough => _shingles.Length >= FewestShingles;

    private ShingleSet Set => field ??= new ShingleSet(_shingles);

    /// <summary>The Jaccard similarity of the two; 0 where either is too short.</summary>
    public double Jaccard(ComparedTranscript other) => Set.Count < FewestShingles || other.Set.Count < FewestShingles ? 0 : Set.Jaccard(other.Set);
}
