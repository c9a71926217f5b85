namespace DialInsight.Client.Releases;

/// <summary>What is kept of a subject's conversations as samples.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Samples">How many samples, released or not.</param>
/// <param name="Releases">The releases that hold some of them.</param>
public sealed record SubjectImpact(string Subject, long Samples, IReadOnlyList<ConcernedRelease> Releases);

/// <summary>A release that holds samples of a subject.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="Rows">How many of its rows are the subject's.</param>
public sealed record ConcernedRelease(string Release, long Rows);
