namespace DialInsight.DomainPacks.Packs;

/// <summary>A kind of conversation that the business has.</summary>
public sealed record Scenario
{
    /// <summary>The scenario's id, for instance <c>buying</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How often it is drawn, against the other scenarios; above 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What people call it.</summary>
    public required LocalisedText Title { get; init; }

    /// <summary>Other names under which records give it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Words that speak for it in a conversation, per language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The roles that usually speak in it.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
