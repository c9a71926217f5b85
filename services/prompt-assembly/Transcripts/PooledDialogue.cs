using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.PromptAssembly.Transcripts;

/// <summary>A dialogue that a run may draw, or a window of one.</summary>
/// <param name="TranscriptId">The transcript.</param>
/// <param name="Channel">Where it was held.</param>
/// <param name="Language">Its language.</param>
/// <param name="Window">The part of it that this is; null for all of it.</param>
internal sealed record PooledDialogue(string TranscriptId, string? Channel, string Language, TurnWindow? Window);
