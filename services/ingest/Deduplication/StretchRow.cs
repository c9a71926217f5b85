using System.Runtime.InteropServices;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>What the index keeps of a transcript besides its bands.</summary>
/// <param name="KeyHigh">The upper half of its key.</param>
/// <param name="KeyLow">The lower half.</param>
/// <param name="Sketch">Its sketch.</param>
/// <param name="Segment">The number of the segment that it stands in.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct StretchRow(ulong KeyHigh, ulong KeyLow, Sketch Sketch, long Segment)
{
    /// <summary>The row of a transcript.</summary>
    public static StretchRow Of(IndexedTranscript transcript, int segment) =>
        new((ulong)(transcript.Key >> 64), (ulong)transcript.Key, transcript.Entry.Sketch, segment);

    /// <summary>The transcript's key; 0 of one that was removed.</summary>
    public UInt128 Key => new(KeyHigh, KeyLow);

    /// <summary>The row when its transcript is removed.</summary>
    public StretchRow Removed() => this with { KeyHigh = 0, KeyLow = 0 };
}
