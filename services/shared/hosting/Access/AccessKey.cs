namespace DialInsight.Hosting.Access;

/// <summary>A key that a caller shows, kept as its SHA-256 only.</summary>
/// <param name="Principal">Whose it is.</param>
/// <param name="Hash">SHA-256 of the key's UTF-8 bytes.</param>
/// <param name="Expires">From when on it is refused (UTC); null for a key without an end.</param>
internal sealed record AccessKey(Principal Principal, byte[] Hash, DateTimeOffset? Expires)
{
    /// <summary>Whether it is still let in at this moment.</summary>
    public bool IsValid(DateTimeOffset now) => Expires is not { } end || now < end;
}
