namespace DialInsight.Datasets.Rows;

/// <summary>A row of a data set as its measures read it.</summary>
/// <param name="Prompt">What is asked.</param>
/// <param name="Input">What it is asked about: the input, or the turns before; empty where there is none.</param>
/// <param name="Target">The answer to learn.</param>
/// <param name="Turns">How many turns the row has, the answer among them.</param>
public sealed record DatasetRow(string Prompt, string Input, string Target, int Turns);
