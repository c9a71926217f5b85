namespace DialInsight.DomainPacks.Packs;

/// <summary>Where conversations are held.</summary>
public sealed record Channel
{
    /// <summary>The channel's id, for instance <c>phone-recording</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalisedText Title { get; init; }

    /// <summary>Other names under which records give it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
