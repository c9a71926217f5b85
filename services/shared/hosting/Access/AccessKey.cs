namespace DialInsight.Hosting.Access;

/// <summary>A key that a caller shows, kept as its SHA-256 only.</summary>
/// <param name="Principal">Whose it is.</param>
/// <param name="Hash">SHA-256 of the key's UTF-8 bytes.</param>
internal sealed record AccessKey(Principal Principal, byte[] Hash);
