using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Packs;

/// <summary>An output format in one language, with what a pattern-based annotator needs to fill it.</summary>
public sealed record LocalisedFormat
{
    /// <summary>The language: <c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How often it was edited: 0 as the pack's files have it.</summary>
    public int Edition { get; init; }

    /// <summary>What people call it; null where the pack does not say.</summary>
    public string? Title { get; init; }

    /// <summary>The format.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>The task types that it suits, where it was added to the pack's own; null where the pack's task types name it.</summary>
    public IReadOnlyList<string>? TaskTypes { get; init; }

    /// <summary>Where a field's value can be found in a dialogue, by field name. Fields without a hint are told by their type and description.</summary>
    public IReadOnlyDictionary<string, FieldHint> Hints { get; init; } = new Dictionary<string, FieldHint>();
}
