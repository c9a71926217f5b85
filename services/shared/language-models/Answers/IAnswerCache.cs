namespace DialInsight.LanguageModels.Answers;

/// <summary>The answers that models gave, kept so that no call is paid twice.</summary>
public interface IAnswerCache
{
    /// <summary>Removes every answer to a request that quoted the transcript, and keeps a tombstone, so that an answer which is still on its way
    /// is not kept either. Safe to repeat.</summary>
    /// <returns>How many answers this call removed.</returns>
    Task<long> EraseTranscriptAsync(string transcriptId, CancellationToken cancellationToken);
}
