namespace DialInsight.Quality.Releases;

/// <summary>Rows taken out of a release by erasures.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Rows">How many.</param>
/// <param name="Samples">How many samples were left.</param>
/// <param name="Checksum">The release's checksum from then on.</param>
/// <param name="Before">Its checksum until then.</param>
internal sealed record Withdrawal(DateTimeOffset At, int Rows, int Samples, string Checksum, string Before)
{
    /// <summary>The erasures that they were taken out by; <c>GET /erasures/{id}</c> tells who asked for one.</summary>
    public IReadOnlyList<string> Erasures { get; init; } = [];
}

/// <summary>How many rows of a release are of a transcript that is being erased.</summary>
/// <param name="TranscriptId">The transcript.</param>
/// <param name="Rows">How many.</param>
/// <param name="ErasureId">The erasure; null where it is not known.</param>
internal sealed record TranscriptRows(string TranscriptId, int Rows, string? ErasureId = null);
