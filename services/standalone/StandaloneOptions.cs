namespace DialInsight.Standalone;

/// <summary>What the command line asks for.</summary>
/// <param name="Transcripts">Files, folders and archives to take in.</param>
/// <param name="Recipe">The recipe to fill; null fills none.</param>
/// <param name="Domain">The name of the pack that scenarios are looked for in; null looks in all.</param>
/// <param name="DomainFolder">A pack's folder, where <c>--domain</c> gave one.</param>
/// <param name="Out">Where the release's files are written, one folder a release.</param>
/// <param name="DataFolder">Where the platform keeps everything.</param>
/// <param name="Urls">Where it listens.</param>
/// <param name="Exit">Whether to stop when the run has ended.</param>
/// <param name="IsSample">Whether the bundled sample is run, and nothing else.</param>
/// <param name="Settings">Settings given as <c>--Section:Name=value</c>.</param>
internal sealed record StandaloneOptions(
    IReadOnlyList<string> Transcripts,
    string? Recipe,
    string? Domain,
    string? DomainFolder,
    string Out,
    string DataFolder,
    string Urls,
    bool Exit,
    bool IsSample,
    IReadOnlyList<string> Settings)
{
    /// <summary>Whether there is anything to do but to serve.</summary>
    public bool HasWork => Transcripts.Count > 0 || Recipe is not null;
}
