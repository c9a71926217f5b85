using System.Buffers;
using System.Text.Json;

namespace DialInsight.Quality.Exports;

/// <summary>Writes the rows of one format to a stream, some ten thousand bytes at a time.</summary>
/// <param name="format">The format.</param>
/// <param name="output">Where to; it stays open.</param>
/// <param name="before">How many rows the file has already, where its writing goes on.</param>
internal sealed class RowFile(RowFormat format, Stream output, int before = 0) : IDisposable
{
    private const int Chunk = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Chunk);
    private readonly Utf8JsonWriter _json = new(Stream.Null, ExportJson.Row);
    private long _flushed;

    /// <summary>How many rows the file has.</summary>
    public int Rows { get; private set; } = before;

    /// <summary>How many rows the trainer would refuse, and were left out.</summary>
    public int Refused { get; private set; }

    /// <summary>How many bytes were written so far, those included that are not flushed yet.</summary>
    public long Bytes => _flushed + _buffer.WrittenCount;

    /// <summary>Writes the row unless the trainer would refuse it.</summary>
    public async ValueTask WriteAsync(TrainingExample example, CancellationToken cancellationToken)
    {
        if (!format.Holds(example))
            return;
        if (format.Refusal(example) is not null)
        {
            Refused++;
            return;
        }

        if (format.IsArray)
            _buffer.Write(Rows == 0 ? "[\n"u8 : ",\n"u8);
        _json.Reset(_buffer);
        format.Write(_json, example);
        _json.Flush();
        if (!format.IsArray)
            _buffer.Write("\n"u8);
        Rows++;
        if (_buffer.WrittenCount >= Chunk)
            await FlushAsync(cancellationToken);
    }

    /// <summary>Writes what closes the file.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        if (format.IsArray)
            _buffer.Write(Rows == 0 ? "[]\n"u8 : "\n]\n"u8);
        await FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _flushed += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
