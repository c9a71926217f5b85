using System.Security.Cryptography;
using System.Text;
using DialInsight.Hosting;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Exports;

/// <summary>
/// Measures all files of a release as its rows pass once, on every core, some hundred rows at a time. The archive and the manifest begin with what is known last, the other files' sizes and checksums:
/// what else is in them is kept in temporary files until then.
/// </summary>
internal sealed class ReleaseMeasure : IDisposable
{
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly RowMeasure[] _formats = [.. RowFormat.Written.Select(format => new RowMeasure(format))];
    private readonly FileStream _keptRows = TemporaryFile.Create("manifest");
    private readonly ManifestRows _manifest;
    private readonly MarkSetter _manifestMarks = new();
    private readonly Func<IReadOnlyList<Row>, CancellationToken, ValueTask>[] _takers;
    private IReadOnlyList<MeasuredFile> _files = [];
    private int _samples;

    /// <summary>Measures nothing yet.</summary>
    public ReleaseMeasure()
    {
        _manifest = new ManifestRows(_keptRows);
        _takers = [HashAsync, ListAsync, .. _formats.Select<RowMeasure, Func<IReadOnlyList<Row>, CancellationToken, ValueTask>>(format => (rows, token) => MeasureAsync(format, rows, token))];
    }

    /// <summary>The files of rows, in the order of their formats.</summary>
    public IReadOnlyList<MeasuredFile> Files => _files;

    /// <summary>The manifest from its rows on.</summary>
    public KeptBytes ManifestRows => new(_keptRows, 0, _keptRows.Length);

    /// <summary>Where the manifest's rows stand, from the first of them on.</summary>
    public IReadOnlyList<Mark> ManifestMarks => _manifestMarks.Marks;

    /// <summary>Takes the next samples.</summary>
    public async Task AddAsync(IReadOnlyList<ReleasedSample> samples, CancellationToken cancellationToken)
    {
        Row[] rows = [.. samples.Select(sample => new Row(sample, TrainingExample.Of(sample)))];
        _samples += rows.Length;
        await Parallel.ForEachAsync(_takers, cancellationToken, (take, token) => take(rows, token));
    }

    /// <summary>The release with what was measured: how many samples, their checksum, and the files of rows.</summary>
    public async Task<Release> EndAsync(Release release, CancellationToken cancellationToken)
    {
        List<MeasuredFile> files = [];
        foreach (RowMeasure format in _formats)
            files.AddRange(await format.EndAsync(cancellationToken));
        await _manifest.EndAsync(cancellationToken);
        _files = files;
        return release with { Samples = _samples, Checksum = Convert.ToHexStringLower(_content.GetHashAndReset()), Files = [.. files.Select(measured => measured.File)] };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        _manifest.Dispose();
        _keptRows.Dispose();
        foreach (RowMeasure format in _formats)
            format.Dispose();
    }

    private ValueTask HashAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        foreach (Row row in rows)
            _content.AppendData(Encoding.UTF8.GetBytes($"{row.Sample.Sample.Id}\n{row.Sample.Answer.Length}\n{row.Sample.Answer}\n"));
        return ValueTask.CompletedTask;
    }

    private async ValueTask ListAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        foreach (Row row in rows)
        {
            _manifestMarks.Pass(row.Sample.Row.Position, _manifest.Rows, _manifest.Bytes);
            await _manifest.WriteAsync(row.Sample, row.Example, cancellationToken);
        }
    }

    private static async ValueTask MeasureAsync(RowMeasure format, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        foreach (Row row in rows)
            await format.AddAsync(row.Sample.Row.Position, row.Example, cancellationToken);
    }

    private readonly record struct Row(ReleasedSample Sample, TrainingExample Example);
}
