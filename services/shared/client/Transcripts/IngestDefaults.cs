namespace DialInsight.Client.Transcripts;

/// <summary>What a request says of all its records; a record's own word goes before it.</summary>
/// <param name="Domain">The domain pack to look for scenarios in.</param>
/// <param name="Scenario">The scenario, where records give none.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">The language: <c>zh</c>, <c>en</c>.</param>
/// <param name="Source">Where the records come from.</param>
/// <param name="Subject">The person they are about.</param>
/// <param name="Mapping">The field mapping to hold JSON records to; found by their shape where none is named.</param>
/// <param name="Fillers">Whether words that fill pauses are removed too.</param>
/// <param name="Coherent">Whether conversations that do not cohere are refused.</param>
public sealed record IngestDefaults(
    string? Domain = null, string? Scenario = null, string? Channel = null, string? Language = null, string? Source = null, string? Subject = null,
    string? Mapping = null, bool Fillers = false, bool Coherent = false);
