namespace DialInsight.Datasets.Rows;

/// <summary>A row is not of its format; the message says what is wrong with it, and holds none of its text.</summary>
public sealed class RowException(string message) : Exception(message);
