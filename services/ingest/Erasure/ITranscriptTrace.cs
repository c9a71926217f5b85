using DialInsight.Ingest.Transcripts;

namespace DialInsight.Ingest.Erasure;

/// <summary>Something that ingest keeps of a transcript beside its document: an index, for instance.</summary>
internal interface ITranscriptTrace
{
    /// <summary>Removes it. Called before the document becomes a tombstone, with its words still there; safe to repeat.</summary>
    Task RemoveAsync(TranscriptDocument transcript, CancellationToken cancellationToken);
}
