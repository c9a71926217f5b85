namespace DialInsight.Quality.Exports;

/// <summary>Lets one range of what is written through, and ends the writing once it is past the range.</summary>
internal sealed class RangeStream(Stream output, long from, long to) : WriteOnlyStream
{
    private long _position;

    /// <summary>How many of the bytes to come lie before the range.</summary>
    public long Ahead => Math.Max(0, from - _position);

    /// <summary>Passes over bytes that all lie before the range, so that nobody need make them. False where one of them is wanted.</summary>
    public bool TrySkip(long bytes)
    {
        if (bytes > Ahead)
            return false;
        _position += bytes;
        return true;
    }

    public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException("Exports are written asynchronously.");

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        long start = Math.Clamp(from - _position, 0, buffer.Length);
        long end = Math.Clamp(to + 1 - _position, 0, buffer.Length);
        _position += buffer.Length;
        if (end > start)
            await output.WriteAsync(buffer[(int)start..(int)end], cancellationToken);
        if (_position > to)
            throw new RangeWrittenException();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);
}

/// <summary>The range that was asked for is written: nothing is wrong, the rest is not needed.</summary>
internal sealed class RangeWrittenException : Exception;
