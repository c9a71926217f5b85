using System.Globalization;
using DialInsight.Storage;

namespace DialInsight.Ingest.Deduplication;

/// <summary>
/// A stretch of the index of near duplicates: the transcripts of one batch, in order. Segments are numbered without a gap; each number is given once, to
/// whoever inserts it first, so that all replicas agree on what came before what.
/// </summary>
/// <param name="Id">The banding and the number: <see cref="IdOf"/>.</param>
/// <param name="Rows">For each transcript its id (16 bytes), sketch (16) and band keys (4 each), little-endian: <see cref="IndexedTranscript"/>.</param>
internal sealed record NearDuplicateSegment(string Id, byte[] Rows)
{
    public static readonly CollectionDefinition<NearDuplicateSegment> Definition = new("near-duplicates", segment => segment.Id);

    public static string IdOf(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D12}");
}
