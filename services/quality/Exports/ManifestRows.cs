using System.Buffers;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Exports;

/// <summary>Writes the manifest's rows, where each sample is from, some ten thousand bytes at a time: all of them, or from one in the middle on.</summary>
internal sealed class ManifestRows : IDisposable
{
    private const int Chunk = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Chunk);
    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private long _flushed;

    /// <summary>Begins where the manifest is open, or goes on.</summary>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="before">How many rows there are already.</param>
    public ManifestRows(Stream output, int before = 0)
    {
        (_output, Rows) = (output, before);
        _json = new Utf8JsonWriter(_buffer, ExportJson.Indented);
        // What was written before is no more than where the writer stands: in an array, behind a row or not.
        _json.WriteStartObject();
        _json.WriteStartArray("samples");
        if (before > 0)
        {
            _json.WriteStartObject();
            _json.WriteEndObject();
        }

        _json.Flush();
        _buffer.ResetWrittenCount();
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>How many bytes were written so far, those included that are not flushed yet.</summary>
    public long Bytes => _flushed + _buffer.WrittenCount;

    /// <summary>Writes the next row.</summary>
    public async ValueTask WriteAsync(ReleasedSample sample, TrainingExample example, CancellationToken cancellationToken)
    {
        Write(sample, example);
        _json.Flush();
        Rows++;
        if (_buffer.WrittenCount >= Chunk)
            await FlushAsync(cancellationToken);
    }

    /// <summary>Writes what closes the manifest.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        await FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Write(ReleasedSample sample, TrainingExample example)
    {
        LabelAssignment assignment = sample.Sample.Assignment;
        _json.WriteStartObject();
        _json.WriteString("id", sample.Sample.Id);
        _json.WriteString("cell", sample.Row.CellId);
        _json.WriteNumber("slot", sample.Row.Slot);
        _json.WriteNumber("attempts", sample.Row.Attempts);
        _json.WriteString("transcript", assignment.TranscriptId);
        _json.WriteString("source", assignment.Source);
        if (assignment.Window is { } window)
        {
            _json.WritePropertyName("turns");
            JsonSerializer.SerializeToElement(window, ExportJson.Values).WriteTo(_json);
        }

        _json.WriteString("instruction", assignment.InstructionId);
        _json.WriteString("format", assignment.Format.Id);
        _json.WriteStartArray("templateParts");
        foreach (string part in assignment.TemplateParts)
            _json.WriteStringValue(part);
        _json.WriteEndArray();
        _json.WriteBoolean("structureOptimised", assignment.StructureOptimised);
        _json.WriteString("labeller", sample.Sample.Labeller);
        _json.WriteBoolean("repaired", sample.Sample.Repaired);
        _json.WriteString("level", JsonNamingPolicy.CamelCase.ConvertName(sample.Row.Level.ToString()));
        if (sample.Row.Scores is { } scores)
        {
            _json.WriteNumber("complexity", scores.Complexity);
            _json.WriteNumber("quality", scores.Quality);
        }

        _json.WriteString("decidedBy", sample.Row.DecidedBy);
        _json.WriteBoolean("reviewed", sample.Row.Reviewed);
        _json.WriteBoolean("edited", sample.Row.EditedAnswer is not null);
        WriteRefusals(example);
        _json.WriteEndObject();
    }

    private void WriteRefusals(TrainingExample example)
    {
        _json.WriteStartObject("refused");
        foreach (RowFormat format in RowFormat.All)
        {
            if (format.Refusal(example) is { } reason)
                _json.WriteString(format.Name, reason);
        }

        _json.WriteEndObject();
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _output.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _flushed += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
