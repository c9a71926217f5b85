using System.Text.Json;

namespace DialInsight.Quality.Exports;

/// <summary>A training format: how a row is written, and which rows its trainer would refuse.</summary>
internal abstract class RowFormat
{
    /// <summary>The formats that releases are written in.</summary>
    public static IReadOnlyList<RowFormat> All { get; } = [new AlpacaFormat(), new ShareGptFormat(), new MessagesFormat()];

    /// <summary>All that rows are written in: the formats, preference pairs, and the parts of a split by conversation.</summary>
    public static IReadOnlyList<RowFormat> Written { get; } = [.. All, new PreferenceFormat(), .. Split.All.Select(part => new SplitFormat(part))];

    /// <summary>The format's name: <c>alpaca</c>, <c>sharegpt</c>, <c>messages</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The file it is written to.</summary>
    /// <param name="shard">Which of the files, from 0, where the format is sharded.</param>
    /// <param name="shards">How many there are.</param>
    public abstract string File(int shard = 0, int shards = 1);

    /// <summary>Whether the file is one JSON array; otherwise it is a row a line.</summary>
    public abstract bool IsArray { get; }

    /// <summary>Whether it is written as several files where one would be too large, and as none where it has no row.</summary>
    public virtual bool IsSharded => false;

    /// <summary>Whether the file holds the example at all.</summary>
    public virtual bool Holds(TrainingExample example) => true;

    /// <summary>Why the trainer would refuse the row; null when it takes it.</summary>
    public abstract string? Refusal(TrainingExample example);

    /// <summary>Writes the row as one JSON object.</summary>
    public abstract void Write(Utf8JsonWriter json, TrainingExample example);
}
