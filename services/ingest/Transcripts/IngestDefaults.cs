namespace DialInsight.Ingest.Transcripts;

/// <summary>What a request says of all its records; a record's own word goes before it.</summary>
internal sealed record IngestDefaults(string? Domain, string? Scenario, string? Channel, string? Language, string? Source, string? Subject);
