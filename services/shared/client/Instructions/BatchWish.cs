namespace DialInsight.Client.Instructions;

/// <summary>Instructions that are wanted.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="TaskTypes">The task types; each becomes a batch.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Wanted">How many approved ones each batch aims for, 1 to 100; null is 4.</param>
/// <param name="Curation"><c>manual</c> or <c>automatic</c>; null is manual.</param>
/// <param name="Key">Makes the call repeatable.</param>
public sealed record BatchWish(string Domain, string Scenario, IReadOnlyList<string> TaskTypes, string Language, int? Wanted, string? Curation, string? Key);
