namespace DialInsight.TextAnalysis.Overlap;

/// <summary>A text of a <see cref="RougeIndex"/> that is like another.</summary>
/// <param name="Number">The text's number in the index, from 0 in the order of adding.</param>
/// <param name="F">The ROUGE-L F of the two, 0 to 1.</param>
public readonly record struct RougeMatch(int Number, double F);
