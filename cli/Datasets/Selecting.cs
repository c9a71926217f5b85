using System.Text.Json;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Rows;
using DialInsight.Datasets.Selection;

namespace DialInsight.Cli.Datasets;

/// <summary>Chooses rows of a data set file in one reading, and writes them in a second.</summary>
/// <param name="file">The file.</param>
/// <param name="encoder">What makes the vectors; null for counts of tokens.</param>
/// <param name="complexity">The field with the complexity; null where there is none.</param>
/// <param name="quality">The field with the quality; null where there is none.</param>
/// <param name="refuse">Told of every row that cannot be chosen, by its line and reason.</param>
internal sealed class Selecting(DatasetFile file, TextEncoder? encoder, string? complexity, string? quality, Action<int, string> refuse)
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SampleSelection _selection = new(encoder);
    private readonly List<int> _rows = [];

    /// <summary>How many rows there are to choose from.</summary>
    public int Count => _selection.Count;

    /// <summary>How many rows could not be read, or had no score.</summary>
    public int Refused { get; private set; }

    /// <summary>How many rows were chosen.</summary>
    public int Chosen { get; private set; }

    /// <summary>What the vectors are made of.</summary>
    public string Encoder => _selection.Encoder;

    /// <summary>Reads the file.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await foreach (ReadRow<(DatasetRow Row, double Complexity, double Quality)?> row in file.ReadAsync<(DatasetRow, double, double)?>(
            (format, json) => (format.Read(json), Score(json, complexity), Score(json, quality)), cancellationToken))
        {
            if (row.Value is not { } value)
            {
                Refused++;
                refuse(row.Line, $"row {row.Number}: {row.Refusal}");
                continue;
            }

            _rows.Add(row.Number);
            _selection.Add(new SourcedText($"{value.Row.Prompt}\n{value.Row.Input}\n{value.Row.Target}"), value.Complexity, value.Quality);
            await _selection.EncodeAsync(TextEncoder.Batch, cancellationToken);
        }

        await _selection.EncodeAsync(1, cancellationToken);
    }

    /// <summary>Chooses, and writes what is chosen in the order of the file.</summary>
    public async Task WriteAsync(int most, double similarity, TextWriter output, CancellationToken cancellationToken)
    {
        HashSet<int> chosen = [.. _selection.Choose(most, similarity, cancellationToken).Chosen.Select(position => _rows[position])];
        Chosen = chosen.Count;
        await foreach (ReadRow<string> row in file.ReadAsync((_, json) => OneLine(json), cancellationToken))
        {
            if (row.Value is { } text && chosen.Contains(row.Number))
                await output.WriteLineAsync(text.AsMemory(), cancellationToken);
        }
    }

    /// <summary>The row as it stands; one that stands on several lines is written anew.</summary>
    private static string OneLine(JsonElement row) => row.GetRawText() is var raw && raw.AsSpan().IndexOfAny('\n', '\r') < 0 ? raw : JsonSerializer.Serialize(row, s_readable);

    private static double Score(JsonElement row, string? field)
    {
        if (field is null)
            return 1;
        if (!row.TryGetProperty(field, out JsonElement value))
            throw new RowException($"there is no {field}");
        try
        {
            double score = value.ValueKind == JsonValueKind.Array ? SampleSelection.Expected([.. value.EnumerateArray().Select(weight => weight.GetDouble())]) : value.GetDouble();
            return double.IsFinite(score) ? score : throw new RowException($"{field} is no finite number");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new RowException($"{field} is neither a number nor a list of probabilities");
        }
    }
}
