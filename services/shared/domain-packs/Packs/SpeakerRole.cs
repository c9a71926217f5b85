namespace DialInsight.DomainPacks.Packs;

/// <summary>Somebody who speaks in the business's conversations.</summary>
public sealed record SpeakerRole
{
    /// <summary>The role's id, for instance <c>agent</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalisedText Title { get; init; }

    /// <summary>Other names under which records give it, in any language; compared without regard to case.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether the role is on the business's side.</summary>
    public bool Staff { get; init; }
}
