namespace DialInsight.Quality.Releases;

/// <summary>Rows taken out of a release by erasures.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Rows">How many.</param>
/// <param name="Samples">How many samples were left.</param>
/// <param name="Checksum">The release's checksum from then on.</param>
/// <param name="Before">Its checksum until then.</param>
internal sealed record Withdrawal(DateTimeOffset At, int Rows, int Samples, string Checksum, string Before);

/// <summary>How many rows of a release are of a transcript that is being erased.</summary>
internal sealed record TranscriptRows(string TranscriptId, int Rows);
