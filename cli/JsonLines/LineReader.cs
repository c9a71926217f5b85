namespace DialInsight.Cli.JsonLines;

/// <summary>Reads lines of bytes from a stream with one growing buffer, and knows whether the next line is at hand already.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The longest line in bytes: what does not end by then is taken for something else than lines.</summary>
    public const int LongestLine = 256 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The number of the line read last, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Whether the next line can be given without waiting for the stream.</summary>
    public bool HasLine => _buffer.AsSpan(_start, _end - _start).Contains((byte)'\n');

    /// <summary>The next line without its end, good until the next call; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is longer than <see cref="LongestLine"/>.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        int scanned = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(scanned + found, 1);
            scanned = _end - _start;
            if (_ended && scanned == 0)
                return null;
            if (_ended)
                return Take(scanned, 0);
            MakeRoom();
            int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += read;
            _ended = read == 0;
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int terminator)
    {
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, length);
        _start += length + terminator;
        LineNumber++;
        return LineNumber == 1 && line.Span.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
            return;
        int pending = _end - _start;
        if (pending > LongestLine)
            throw new InvalidDataException($"Line {LineNumber + 1} is longer than {LongestLine >> 20} MiB; the input should be JSON Lines, one object a line.");
        byte[] target = pending > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, pending).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, pending);
    }
}
