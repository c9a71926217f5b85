namespace DialInsight.Conversations.Parsing;

/// <summary>A stream whose beginning can be looked at before it is read. Does not own the stream behind it.</summary>
internal sealed class PeekedStream(Stream inner) : Stream
{
    /// <summary>How many bytes can be looked at.</summary>
    public const int Look = 1 << 16;

    private byte[] _start = [];
    private int _length;
    private int _given;
    private bool _peeked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first 64 kB, or all there is.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellationToken)
    {
        if (!_peeked)
        {
            _start = new byte[Look];
            _length = await inner.ReadAtLeastAsync(_start, Look, throwOnEndOfStream: false, cancellationToken);
            _peeked = true;
        }

        return _start.AsMemory(0, _length);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given == _length)
            return await inner.ReadAsync(buffer, cancellationToken);

        int count = Math.Min(buffer.Length, _length - _given);
        _start.AsMemory(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
