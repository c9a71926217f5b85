using DialInsight.Storage;

namespace DialInsight.LanguageModels.Answers;

/// <summary>A tombstone: no answer to a request that quotes this transcript is kept.</summary>
/// <param name="Transcript">The transcript.</param>
/// <param name="At">When it was erased first.</param>
internal sealed record ErasedTranscript(string Transcript, DateTimeOffset At)
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<ErasedTranscript> Collection { get; } = new("erased-transcripts", erased => erased.Transcript);
}
