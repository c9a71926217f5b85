using DialInsight.Ingest.Transcripts;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>A transcript as it is compared: its stored words, with surrogates for personal data; who speaks and where a turn ends do not count.</summary>
internal sealed class ComparedTranscript
{
    /// <summary>How many distinct shingles a conversation must have to be a near duplicate or to have one. Of fewer a word or two would decide; they are compared exactly only.</summary>
    public const int FewestShingles = 20;

    private readonly Lazy<ShingleSet> _set;

    public ComparedTranscript(TranscriptDocument transcript, Banding banding)
    {
        ulong[] shingles = Shingles.Of(transcript.Turns.Select(turn => turn.Text));
        Indexed = new IndexedTranscript(IndexedTranscript.KeyOf(transcript.Id), BandEntry.Of(shingles, banding));
        _set = new Lazy<ShingleSet>(() => new ShingleSet(shingles));
        IsLongEnough = shingles.Length >= FewestShingles;
    }

    /// <summary>What the index keeps of it.</summary>
    public IndexedTranscript Indexed { get; }

    /// <summary>Whether it has as many shingles as it takes, repetitions counted: what is too short for sure need not be looked for.</summary>
    public bool IsLongEnough { get; }

    /// <summary>The Jaccard similarity of the two; 0 where either is too short.</summary>
    public double Jaccard(ComparedTranscript other) =>
        _set.Value.Count < FewestShingles || other._set.Value.Count < FewestShingles ? 0 : _set.Value.Jaccard(other._set.Value);
}
