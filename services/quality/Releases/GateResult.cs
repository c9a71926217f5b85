namespace DialInsight.Quality.Releases;

/// <summary>One measure against the gate.</summary>
/// <param name="Measure">The measure: <c>fill</c>, <c>richness.prompt</c>, <c>high</c>, <c>unjudged</c>, <c>leakage.personal</c>, <c>leakage.split</c>, <c>counts</c>, <c>encoder</c>.</param>
/// <param name="Required">What the gate asks for; null where the recipe asks for nothing.</param>
/// <param name="Actual">What was measured.</param>
/// <param name="Passed">Whether it is enough.</param>
/// <param name="Explanation">What it was for, with what could be done, without the figures; empty when it passed.</param>
internal sealed record GateResult(string Measure, double? Required, double Actual, bool Passed, string Explanation);
