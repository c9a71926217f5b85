using System.Text;
using CsvHelper;
using DialInsight.Conversations.Parsing.Encodings;

namespace DialInsight.Conversations.Parsing.Tables;

/// <summary>The rows of a table, one after another. A row that cannot be read ends them.</summary>
internal sealed class TableRows : IDisposable
{
    private readonly CsvReader _reader;
    private readonly ParsingLimits _limits;

    private TableRows(Stream stream, char delimiter, bool quoted, ParsingLimits limits)
    {
        _limits = limits;
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            Mode = quoted ? CsvMode.Rfc4180 : CsvMode.NoEscape,
            MaxRecordSize = limits.LineBytes,
            TrackLineNumbers = true,
        };
        _reader = CsvReader.Create(stream, options, leaveOpen: true);
    }

    /// <summary>The line that the row begins on, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>How many cells the row has, those beyond the limit included.</summary>
    public int Width { get; private set; }

    /// <summary>Why there is no next row although the table goes on; null otherwise.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Opens a table.</summary>
    public static async Task<TableRows> OpenAsync(PeekedStream stream, ParsingLimits limits, CancellationToken cancellationToken)
    {
        string start = Encoding.UTF8.GetString((await stream.PeekAsync(cancellationToken)).Span);
        char delimiter = TableDialect.Delimiter(start);

        // Where nothing is quoted from a cell's start on, as in most tables with tabs, quotation marks are words' own.
        bool quoted = delimiter != '\t' || start.Contains("\t\"", StringComparison.Ordinal) || start.Contains("\n\"", StringComparison.Ordinal);
        return new TableRows(stream, delimiter, quoted, limits);
    }

    /// <summary>The next row's cells; null when there is none.</summary>
    public async Task<string[]?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await _reader.ReadAsync(cancellationToken))
                return null;
            Line = (int)Math.Min(_reader.LineNumber, int.MaxValue);
            Width = _reader.FieldCount;
            if (Bytes() <= _limits.LineBytes)
                return Cells();
            Refusal = _limits.RowTooLong;
        }
        catch (CsvFormatException)
        {
            Line++;
            Refusal = _limits.RowTooLong;
        }
        catch (DecoderFallbackException)
        {
            Refusal = BrokenSource.Undecodable;
        }

        return null;
    }

    public void Dispose() => _reader.Dispose();

    // The reader refuses only what does not fit its buffer.
    private long Bytes()
    {
        long bytes = Width - 1L;
        for (int index = 0; index < Width; index++)
            bytes += _reader.GetSpan(index).Length;
        return bytes;
    }

    // The reader's own strings would stand replacement characters for what is no UTF-8.
    private string[] Cells()
    {
        string[] cells = new string[Math.Min(_reader.FieldCount, _limits.TableColumns)];
        for (int index = 0; index < cells.Length; index++)
            cells[index] = TextEncoding.Utf8.Encoding.GetString(_reader.GetSpan(index));
        return cells;
    }
}
