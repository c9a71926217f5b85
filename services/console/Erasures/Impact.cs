using DialInsight.Client.Releases;

namespace DialInsight.WebConsole.Erasures;

/// <summary>What an erasure would take.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Transcripts">How many transcripts are kept of it.</param>
/// <param name="Samples">Its samples, and the releases that hold some.</param>
public sealed record Impact(string Subject, long Transcripts, SubjectImpact Samples);
