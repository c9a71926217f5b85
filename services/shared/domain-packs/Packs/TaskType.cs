using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Packs;

/// <summary>A kind of work that is asked of a model.</summary>
public sealed record TaskType
{
    /// <summary>The task type's id, for instance <c>information-extraction</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of work it is.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>How often it is drawn, against the other task types; above 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What people call it.</summary>
    public required LocalisedText Title { get; init; }

    /// <summary>The output formats that suit it, by id; one is chosen per prompt.</summary>
    public required IReadOnlyList<string> Formats { get; init; }
}
