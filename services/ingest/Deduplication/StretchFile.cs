using System.Runtime.InteropServices;

namespace DialInsight.Ingest.Deduplication;

/// <summary>Writes values one after another to a temporary file, through a small buffer.</summary>
internal sealed class StretchFile(FileStream file) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    /// <summary>Appends values.</summary>
    public void Write<T>(IEnumerable<T> values)
        where T : unmanaged
    {
        int size = Marshal.SizeOf<T>();
        foreach (T value in values)
        {
            if (_used + size > _buffer.Length)
                Flush();
            MemoryMarshal.Write(_buffer.AsSpan(_used), in value);
            _used += size;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Flush();

    private void Flush()
    {
        file.Write(_buffer, 0, _used);
        _used = 0;
    }
}
