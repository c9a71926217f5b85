namespace DialInsight.Contracts.Quality;

/// <summary>One measure that kept a data set from being released.</summary>
/// <param name="Measure">The measure: <c>fill</c>, <c>richness.prompt</c>, <c>high</c>, <c>unjudged</c>, <c>leakage.personal</c>, <c>leakage.split</c>, <c>counts</c>.</param>
/// <param name="Required">What the gate asks for.</param>
/// <param name="Actual">What was measured.</param>
/// <param name="Explanation">What it was for, in words, with what could be done. The two figures are not repeated.</param>
public sealed record GateFailure(string Measure, double Required, double Actual, string Explanation);
