namespace DialInsight.Quality.Releases;

/// <summary>One measure against the gate.</summary>
/// <param name="Measure">The measure: <c>fill</c>, <c>richness.prompt</c>, <c>high</c>, <c>unjudged</c>, <c>counts</c>.</param>
/// <param name="Required">What the gate asks for; null where the recipe asks for nothing.</param>
/// <param name="Actual">What was measured.</param>
/// <param name="Passed">Whether it is enough.</param>
/// <param name="Explanation">The same in words, with what could be done; empty when it passed.</param>
internal sealed record GateResult(string Measure, double? Required, double Actual, bool Passed, string Explanation);
