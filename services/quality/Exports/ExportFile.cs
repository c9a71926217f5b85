using System.Text.Json.Serialization;

namespace DialInsight.Quality.Exports;

/// <summary>One file of a release.</summary>
/// <param name="Name">The file's name, with the folder it is in: <c>messages.jsonl</c>, <c>data/train-00000-of-00001.jsonl</c>.</param>
/// <param name="Format">The format, as exports are asked for.</param>
/// <param name="Rows">Samples written; null where the file holds none.</param>
/// <param name="Refused">Samples that the format's trainer would refuse; null where the file holds none.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Sha256">SHA-256 of the file, hexadecimal.</param>
internal sealed record ExportFile(string Name, string Format, int? Rows, int? Refused, long Bytes, string Sha256)
{
    /// <summary>The release's positions that the file is written from; null where it is all of them.</summary>
    public Positions? Positions { get; init; }

    /// <summary>Whether it holds a part of the split by conversation.</summary>
    [JsonIgnore]
    public bool IsOfSplit => Positions is not null;
}

/// <summary>A stretch of a release.</summary>
/// <param name="First">The first position, from 0.</param>
/// <param name="Last">The last position.</param>
internal sealed record Positions(int First, int Last);
