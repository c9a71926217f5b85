namespace DialInsight.Client.Releases;

/// <summary>An accepted sample that a release does not hold because its recipe selects.</summary>
/// <param name="SampleId">The sample.</param>
/// <param name="CellId">The cell.</param>
/// <param name="Reason"><c>tooSimilar</c> or <c>beyond</c>.</param>
/// <param name="Scores">The judge's scores; null where it gave none.</param>
/// <param name="SimilarTo">The released sample that it is too similar to; null where it ranks below the last one that was wanted.</param>
/// <param name="Cosine">The cosine of the two.</param>
public sealed record LeftOutView(string SampleId, string CellId, string Reason, ScoresView? Scores = null, string? SimilarTo = null, double? Cosine = null);

/// <summary>What the judge's votes make of a sample as something to learn from, each from 1 to 6.</summary>
/// <param name="Complexity">How much is asked of whoever answers.</param>
/// <param name="Quality">How good the answer is.</param>
public sealed record ScoresView(double Complexity, double Quality);

/// <summary>A page of what a release left out.</summary>
/// <param name="Items">The samples, the best first.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record LeftOutPage(IReadOnlyList<LeftOutView> Items, string? NextCursor);
