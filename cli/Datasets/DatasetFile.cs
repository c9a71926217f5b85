using System.Runtime.CompilerServices;
using System.Text.Json;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Parsing.Json;
using DialInsight.Datasets.Rows;

namespace DialInsight.Cli.Datasets;

/// <summary>A data set file: a JSON array or JSON Lines, of any size.</summary>
/// <param name="path">The file; <c>-</c> is standard input.</param>
/// <param name="format">The format; null to tell by the rows.</param>
internal sealed class DatasetFile(string path, DatasetFormat? format)
{
    /// <summary>The format; null until a row has told.</summary>
    public DatasetFormat? Format { get; private set; } = format;

    /// <summary>The rows with what a reading made of each, or why it made nothing.</summary>
    /// <param name="read">The reading; it throws <see cref="RowException"/> for a row it cannot take.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<ReadRow<T>> ReadAsync<T>(Func<DatasetFormat, JsonElement, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder: give one file.");
        await using Stream stream = path == "-" ? Console.OpenStandardInput() : new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        int number = 0;
        await foreach (JsonRow row in JsonRows.ReadAsync(stream, ParsingLimits.Default, cancellationToken))
            yield return Read(row, ++number, read);
    }

    private ReadRow<T> Read<T>(JsonRow row, int number, Func<DatasetFormat, JsonElement, T> read)
    {
        string? refusal = row.Refusal;
        if (refusal is null)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(row.Json);
                Format ??= DatasetFormat.Of(document.RootElement);
                if (Format is not null)
                    return new ReadRow<T>(number, row.Line, read(Format, document.RootElement), null);
                refusal = $"the row is in none of the formats {string.Join(", ", DatasetFormat.All.Select(known => known.Name))}";
            }
            catch (JsonException exception)
            {
                refusal = $"not valid JSON at byte {exception.BytePositionInLine ?? 0}";
            }
            catch (RowException exception)
            {
                refusal = exception.Message;
            }
        }

        return new ReadRow<T>(number, row.Line, default, refusal);
    }
}

/// <summary>A row as it was read.</summary>
/// <param name="Number">Which row, from 1.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Value">What was read; the default where nothing was.</param>
/// <param name="Refusal">Why nothing was read; null when something was.</param>
internal sealed record ReadRow<T>(int Number, int Line, T? Value, string? Refusal);
