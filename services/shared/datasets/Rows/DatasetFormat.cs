using System.Text.Json;

namespace DialInsight.Datasets.Rows;

/// <summary>A format that instruction data sets come in: how its rows are read, and which of them a trainer would refuse.</summary>
public abstract class DatasetFormat
{
    /// <summary>The formats, by <c>alpaca</c>, <c>sharegpt</c> and <c>messages</c>.</summary>
    public static IReadOnlyList<DatasetFormat> All { get; } = [new AlpacaRows(), new ShareGptRows(), new MessagesRows()];

    /// <summary>The format's name.</summary>
    public abstract string Name { get; }

    /// <summary>The format that a row is in, by its fields; null when it is none of them.</summary>
    public static DatasetFormat? Of(JsonElement row) => row.ValueKind == JsonValueKind.Object ? All.FirstOrDefault(format => format.Fits(row)) : null;

    /// <summary>Whether a row has this format's fields.</summary>
    /// <param name="row">An object.</param>
    public abstract bool Fits(JsonElement row);

    /// <summary>Reads a row for its measures: as much as can be made of it.</summary>
    /// <exception cref="RowException">It is not of this format.</exception>
    public DatasetRow Read(JsonElement row) => Parse(row, ReadObject);

    /// <summary>Why the trainer would refuse a row; null when it takes it.</summary>
    public string? Refusal(JsonElement row)
    {
        try
        {
            return Parse(row, RefusalOfObject);
        }
        catch (RowException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>Reads an object.</summary>
    /// <exception cref="RowException">It is not of this format.</exception>
    protected abstract DatasetRow ReadObject(JsonElement row);

    /// <summary>Why the trainer would refuse an object; null when it takes it.</summary>
    /// <exception cref="RowException">It is not of this format.</exception>
    protected abstract string? RefusalOfObject(JsonElement row);

    private static T Parse<T>(JsonElement row, Func<JsonElement, T> read)
    {
        if (row.ValueKind != JsonValueKind.Object)
            throw new RowException($"the row is {RowFields.Kind(row)}, not an object");
        try
        {
            return read(row);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json's word for a string that is not valid Unicode.
            throw new RowException("a text holds half a character");
        }
    }
}
