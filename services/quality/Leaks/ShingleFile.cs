using System.Runtime.InteropServices;
using DialInsight.Hosting;

namespace DialInsight.Quality.Leaks;

/// <summary>The shingles of many conversations, one after the other in a temporary file.</summary>
internal sealed class ShingleFile : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly FileStream _file = TemporaryFile.Create("split");
    private readonly List<long> _ends = [0];
    private readonly MemoryStream _buffer = new(BufferBytes);

    /// <summary>Adds a conversation: its number is one more than the last, from 0.</summary>
    public void Add(ReadOnlySpan<ulong> shingles)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(shingles);
        _buffer.Write(bytes);
        _ends.Add(_ends[^1] + bytes.Length);
        if (_buffer.Length >= BufferBytes)
            Flush();
    }

    /// <summary>The shingles of a conversation by its number.</summary>
    public ulong[] Read(int number)
    {
        Flush();
        var shingles = new ulong[(int)((_ends[number + 1] - _ends[number]) / sizeof(ulong))];
        Span<byte> left = MemoryMarshal.AsBytes(shingles.AsSpan());
        for (long place = _ends[number]; !left.IsEmpty;)
        {
            int read = RandomAccess.Read(_file.SafeFileHandle, left, place);
            if (read == 0)
                throw new EndOfStreamException("A temporary file is shorter than what was written to it.");
            left = left[read..];
            place += read;
        }

        return shingles;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer.Dispose();
        _file.Dispose();
    }

    private void Flush()
    {
        if (_buffer.Length == 0)
            return;
        _file.Write(_buffer.GetBuffer(), 0, (int)_buffer.Length);
        _buffer.SetLength(0);
    }
}
