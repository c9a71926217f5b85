using System.Security.Cryptography;

namespace DialInsight.Quality.Exports;

/// <summary>Counts and hashes what is written to it.</summary>
/// <param name="copy">Where it is kept; null to keep nothing.</param>
internal sealed class MeasuringStream(Stream? copy = null) : WriteOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _bytes;

    /// <summary>How many bytes were written.</summary>
    public long Bytes => _bytes;

    /// <summary>SHA-256 of what was written, hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _bytes += buffer.Length;
        _hash.AppendData(buffer);
        copy?.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
