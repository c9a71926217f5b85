using System.Buffers.Binary;
using System.Globalization;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>What the index keeps of a transcript: no words, but what is computed from their shingles.</summary>
/// <param name="Key">The transcript's id without its prefix.</param>
/// <param name="Entry">Its bands and sketch.</param>
internal readonly record struct IndexedTranscript(UInt128 Key, BandEntry Entry)
{
    private const string Prefix = "t-";
    private const int KeyLength = 16, SketchLength = 16;

    /// <summary>The key of a transcript's id.</summary>
    public static UInt128 KeyOf(string id) => UInt128.Parse(id.AsSpan(Prefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>The transcript's id of a key.</summary>
    public static string IdOf(UInt128 key) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{key:x32}");

    /// <summary>The bytes of these transcripts, one after another.</summary>
    public static byte[] Write(IReadOnlyList<IndexedTranscript> transcripts, Banding banding)
    {
        int length = LengthOf(banding);
        var rows = new byte[transcripts.Count * length];
        for (int index = 0; index < transcripts.Count; index++)
        {
            Span<byte> row = rows.AsSpan(index * length, length);
            BinaryPrimitives.WriteUInt128LittleEndian(row, transcripts[index].Key);
            BinaryPrimitives.WriteUInt64LittleEndian(row[KeyLength..], transcripts[index].Entry.Sketch.Low);
            BinaryPrimitives.WriteUInt64LittleEndian(row[(KeyLength + 8)..], transcripts[index].Entry.Sketch.High);
            for (int band = 0; band < banding.Bands; band++)
                BinaryPrimitives.WriteUInt32LittleEndian(row[(KeyLength + SketchLength + (4 * band))..], transcripts[index].Entry.Keys[band]);
        }

        return rows;
    }

    /// <summary>The transcripts that <see cref="Write"/> wrote.</summary>
    public static IEnumerable<IndexedTranscript> Read(byte[] rows, Banding banding)
    {
        int length = LengthOf(banding);
        for (int start = 0; start + length <= rows.Length; start += length)
        {
            var keys = new uint[banding.Bands];
            for (int band = 0; band < keys.Length; band++)
                keys[band] = BinaryPrimitives.ReadUInt32LittleEndian(rows.AsSpan(start + KeyLength + SketchLength + (4 * band)));
            var sketch = new Sketch(BinaryPrimitives.ReadUInt64LittleEndian(rows.AsSpan(start + KeyLength)), BinaryPrimitives.ReadUInt64LittleEndian(rows.AsSpan(start + KeyLength + 8)));
            yield return new IndexedTranscript(BinaryPrimitives.ReadUInt128LittleEndian(rows.AsSpan(start)), new BandEntry(keys, sketch, true));
        }
    }

    private static int LengthOf(Banding banding) => KeyLength + SketchLength + (4 * banding.Bands);
}
