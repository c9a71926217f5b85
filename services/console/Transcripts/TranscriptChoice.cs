using DialInsight.Client.Transcripts;

namespace DialInsight.WebConsole.Transcripts;

/// <summary>Which transcripts the list shows.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">The language.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Coherence">A reason against a transcript.</param>
/// <param name="Cursor">Where the page begins.</param>
public sealed record TranscriptChoice(string? Domain, string? Scenario, string? Channel, string? Language, string? Subject, string? Coherence, string? Cursor)
{
    /// <summary>The filter for the service; what was left empty is not looked at.</summary>
    public TranscriptQuery ToFilter() => new(
        Domain: Given(Domain), Scenario: Given(Scenario), Channel: Given(Channel), Language: Given(Language), Subject: Given(Subject), Coherence: Given(Coherence));

    /// <summary>The address of the page that begins there, with the same filters.</summary>
    public string Address(string? cursor)
    {
        string[] given =
        [
            .. new[]
            {
                ("domain", Domain), ("scenario", Scenario), ("channel", Channel), ("language", Language), ("subject", Subject), ("coherence", Coherence), ("cursor", cursor),
            }
            .Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"),
        ];
        return given.Length == 0 ? "/console/transcripts" : $"/console/transcripts?{string.Join('&', given)}";
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
