namespace DialInsight.DomainPacks.Packs;

/// <summary>Evidence for a field in a dialogue. The first pattern that matches, later turns before earlier ones, gives the value.</summary>
public sealed record FieldHint
{
    /// <summary>Regular expressions (.NET, non-backtracking, case ignored); group 1, or else the whole match, is the value.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>For choices: words that speak for a value, by value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Evidence { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whose turns are looked at: <c>customer</c>, <c>staff</c>; null is everybody's. Where nobody of that side speaks, everybody's too.</summary>
    public string? Speaker { get; init; }
}
