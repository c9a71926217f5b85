namespace DialInsight.Client.Transcripts;

/// <summary>How many transcripts there are.</summary>
/// <param name="Count">Those that the question's filters match.</param>
public sealed record TranscriptCount(long Count);
