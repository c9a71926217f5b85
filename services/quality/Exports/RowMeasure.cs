using DialInsight.Hosting;

namespace DialInsight.Quality.Exports;

/// <summary>
/// Measures the files of one format as a release's rows pass: one file, or where the format is sharded a new one whenever one is full. A file is written again when somebody asks for it,
/// from the positions noted here; shards are kept in a temporary file until the archive that they are part of is measured too.
/// </summary>
/// <param name="format">The format.</param>
/// <param name="fullAt">From how many bytes on a shard takes no more rows, above 0.</param>
internal sealed class RowMeasure(RowFormat format, long fullAt = RowMeasure.FullAt) : IDisposable
{
    /// <summary>The size of shards: a second or two to write again from the first byte, and few files for millions of samples.</summary>
    public const long FullAt = 256 * 1024 * 1024;

    private readonly List<MeasuredFile> _full = [];
    private readonly FileStream? _kept = format.IsSharded ? TemporaryFile.Create("shards") : null;
    private Shard? _shard;

    /// <summary>Measures the next row.</summary>
    public async ValueTask AddAsync(int position, TrainingExample example, CancellationToken cancellationToken)
    {
        _shard ??= new Shard(format, _kept);
        await _shard.AddAsync(position, example, cancellationToken);
        if (format.IsSharded && _shard.Bytes >= fullAt)
            await NextAsync(_shard, cancellationToken);
    }

    /// <summary>The files: exactly one, or for a sharded format as many as it takes, none where it has no row.</summary>
    public async ValueTask<IReadOnlyList<MeasuredFile>> EndAsync(CancellationToken cancellationToken)
    {
        if (!format.IsSharded || _shard is { HoldsAny: true })
            await NextAsync(_shard ?? new Shard(format, _kept), cancellationToken);
        return [.. _full.Select((measured, index) => measured with { File = measured.File with { Name = format.File(index, _full.Count) } })];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _shard?.Dispose();
        _kept?.Dispose();
    }

    private async ValueTask NextAsync(Shard shard, CancellationToken cancellationToken)
    {
        _full.Add(await shard.EndAsync(cancellationToken));
        shard.Dispose();
        _shard = null;
    }

    /// <summary>One file on its way.</summary>
    private sealed class Shard : IDisposable
    {
        private readonly RowFormat _format;
        private readonly FileStream? _kept;
        private readonly long _start;
        private readonly MeasuringStream _output;
        private readonly RowFile _rows;
        private readonly MarkSetter _marks = new();
        private Positions? _positions;

        public Shard(RowFormat format, FileStream? kept)
        {
            (_format, _kept, _start) = (format, kept, kept?.Position ?? 0);
            _output = new MeasuringStream(kept);
            _rows = new RowFile(format, _output);
        }

        public bool HoldsAny => _rows.Rows > 0;

        public long Bytes => _rows.Bytes;

        public ValueTask AddAsync(int position, TrainingExample example, CancellationToken cancellationToken)
        {
            _marks.Pass(position, _rows.Rows, _rows.Bytes);
            _positions = new Positions(_positions?.First ?? position, position);
            return _rows.WriteAsync(example, cancellationToken);
        }

        public async ValueTask<MeasuredFile> EndAsync(CancellationToken cancellationToken)
        {
            await _rows.EndAsync(cancellationToken);
            var file = new ExportFile("", _format.Name, _rows.Rows, _rows.Refused, _output.Bytes, _output.Sha256())
            {
                Positions = _format.IsSharded ? _positions : null,
            };
            return new MeasuredFile(file, _marks.Marks, _kept is null ? null : new KeptBytes(_kept, _start, _output.Bytes));
        }

        public void Dispose()
        {
            _rows.Dispose();
            _output.Dispose();
        }
    }
}
