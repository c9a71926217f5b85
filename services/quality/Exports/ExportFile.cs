namespace DialInsight.Quality.Exports;

/// <summary>One file of a release.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Format">The format, as exports are asked for.</param>
/// <param name="Rows">Samples written; null where the file holds none.</param>
/// <param name="Refused">Samples that the format's trainer would refuse; null where the file holds none.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Sha256">SHA-256 of the file, hexadecimal.</param>
internal sealed record ExportFile(string Name, string Format, int? Rows, int? Refused, long Bytes, string Sha256);
