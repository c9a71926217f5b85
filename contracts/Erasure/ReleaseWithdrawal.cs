namespace DialInsight.Contracts.Erasure;

/// <summary>Rows that an erasure took out of a release.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="Rows">How many rows of the transcript.</param>
/// <param name="Samples">How many samples the release holds since.</param>
/// <param name="Checksum">The release's checksum since: SHA-256 over the remaining sample ids and answers in release order, hexadecimal.</param>
public sealed record ReleaseWithdrawal(string Release, int Rows, int Samples, string Checksum);
