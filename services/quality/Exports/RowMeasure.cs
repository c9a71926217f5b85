namespace DialInsight.Quality.Exports;

/// <summary>
/// Measures the files of one format as a release's rows pass: one file, or where the format is sharded a new one whenever one is full. Nothing is kept of them: a file is written
/// again when somebody asks for it, from the positions noted here.
/// </summary>
/// <param name="format">The format.</param>
/// <param name="fullAt">From how many bytes on a shard takes no more rows, above 0.</param>
internal sealed class RowMeasure(RowFormat format, long fullAt = RowMeasure.FullAt) : IDisposable
{
    /// <summary>The size of shards: a second or two to write again from the first byte, and few files for millions of samples.</summary>
    public const long FullAt = 256 * 1024 * 1024;

    private readonly List<ExportFile> _full = [];
    private Shard _shard = new(format);

    /// <summary>Measures the next row.</summary>
    public async ValueTask AddAsync(int position, TrainingExample example, CancellationToken cancellationToken)
    {
        await _shard.AddAsync(position, example, cancellationToken);
        if (format.IsSharded && _shard.Bytes >= fullAt)
            await NextAsync(cancellationToken);
    }

    /// <summary>The files: exactly one, or for a sharded format as many as it takes, none where it has no row.</summary>
    public async ValueTask<IReadOnlyList<ExportFile>> EndAsync(CancellationToken cancellationToken)
    {
        if (!format.IsSharded || _shard.HoldsAny)
            await NextAsync(cancellationToken);
        return [.. _full.Select((file, index) => file with { Name = format.File(index, _full.Count) })];
    }

    /// <inheritdoc/>
    public void Dispose() => _shard.Dispose();

    private async ValueTask NextAsync(CancellationToken cancellationToken)
    {
        _full.Add(await _shard.EndAsync(cancellationToken));
        _shard.Dispose();
        _shard = new Shard(format);
    }

    /// <summary>One file on its way.</summary>
    private sealed class Shard : IDisposable
    {
        private readonly RowFormat _format;
        private readonly MeasuringStream _output = new();
        private readonly RowFile _rows;
        private Positions? _positions;

        public Shard(RowFormat format)
        {
            _format = format;
            _rows = new RowFile(format, _output);
        }

        public bool HoldsAny => _rows.Rows > 0;

        public long Bytes => _rows.Bytes;

        public async ValueTask AddAsync(int position, TrainingExample example, CancellationToken cancellationToken)
        {
            await _rows.WriteAsync(example, cancellationToken);
            _positions = new Positions(_positions?.First ?? position, position);
        }

        public async ValueTask<ExportFile> EndAsync(CancellationToken cancellationToken)
        {
            await _rows.EndAsync(cancellationToken);
            return new ExportFile("", _format.Name, _rows.Rows, _rows.Refused, _output.Bytes, _output.Sha256())
            {
                Positions = _format.IsSharded ? _positions : null,
            };
        }

        public void Dispose()
        {
            _rows.Dispose();
            _output.Dispose();
        }
    }
}
