namespace DialInsight.Cli.Duplicates;

/// <summary>A dialogue as it was read, or why it could not be.</summary>
/// <param name="Name">The id that it gives, or else its file and place.</param>
/// <param name="Parts">Its words, turn by turn; empty where it could not be read.</param>
/// <param name="Failure">Why it could not be read; null when it could.</param>
internal sealed record Dialogue(string Name, IReadOnlyList<string> Parts, string? Failure);
