using System.Text;
using CsvHelper;
using DialInsight.Conversations.Parsing.Encodings;

namespace DialInsight.Conversations.Parsing.Tables;

/// <summary>The rows of a table, one after another. A row that cannot be read ends them.</summary>
internal sealed class TableRows : IDisposable
{
    private readonly CsvReader _reader;

    private TableRows(Stream stream, char delimiter, bool quoted) => _reader = CsvReader.Create(
        stream,
        new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            Mode = quoted ? CsvMode.Rfc4180 : CsvMode.NoEscape,
            MaxRecordSize = ParsingLimits.LineBytes,
            TrackLineNumbers = true,
        },
        leaveOpen: true);

    /// <summary>The line that the row begins on, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Why there is no next row although the table goes on; null otherwise.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Opens a table.</summary>
    public static async Task<TableRows> OpenAsync(PeekedStream stream, CancellationToken cancellationToken)
    {
        string start = Encoding.UTF8.GetString((await stream.PeekAsync(cancellationToken)).Span);
        char delimiter = TableDialect.Delimiter(start);

        // Where nothing is quoted from a cell's start on, as in most tables with tabs, quotation marks are words' own.
        bool quoted = delimiter != '\t' || start.Contains("\t\"", StringComparison.Ordinal) || start.Contains("\n\"", StringComparison.Ordinal);
        return new TableRows(stream, delimiter, quoted);
    }

    /// <summary>The next row's cells; null when there is none.</summary>
    public async Task<string[]?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await _reader.ReadAsync(cancellationToken))
                return null;
            Line = (int)Math.Min(_reader.LineNumber, int.MaxValue);
            return Cells();
        }
        catch (CsvFormatException)
        {
            Line++;
            Refusal = $"a row is longer than {ParsingLimits.LineBytes >> 20} MB; is a quotation mark left open?";
        }
        catch (DecoderFallbackException)
        {
            Refusal = BrokenSource.Undecodable;
        }

        return null;
    }

    public void Dispose() => _reader.Dispose();

    // The reader's own strings would stand replacement characters for what is no UTF-8.
    private string[] Cells()
    {
        string[] cells = new string[Math.Min(_reader.FieldCount, ParsingLimits.Columns)];
        for (int index = 0; index < cells.Length; index++)
            cells[index] = TextEncoding.Utf8.Encoding.GetString(_reader.GetSpan(index));
        return cells;
    }
}
