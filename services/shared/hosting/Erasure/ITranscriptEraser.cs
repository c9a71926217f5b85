namespace DialInsight.Hosting.Erasure;

/// <summary>Removes or blanks what a service has derived from a transcript. Every service has one.</summary>
public interface ITranscriptEraser
{
    /// <summary>Erases. Safe to repeat: what is gone is not counted again.</summary>
    /// <param name="transcriptId">The transcript; its tombstone is there already.</param>
    /// <param name="cancellationToken">Stops in between; it is done again then.</param>
    /// <returns>How many documents were removed or blanked, by kind; kinds with none may be left out.</returns>
    Task<IReadOnlyDictionary<string, long>> EraseAsync(string transcriptId, CancellationToken cancellationToken);
}
