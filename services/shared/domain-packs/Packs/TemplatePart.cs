namespace DialInsight.DomainPacks.Packs;

/// <summary>
/// One part of a prompt. Its text may hold the placeholders <c>{{scenario}}</c>, <c>{{channel}}</c>, <c>{{roles}}</c>, <c>{{task}}</c>,
/// <c>{{instruction}}</c>, <c>{{format}}</c>, <c>{{dialogue}}</c>.
/// </summary>
public sealed record TemplatePart
{
    /// <summary>The part's id, unique in its pack.</summary>
    public required string Id { get; init; }

    /// <summary>What the part is for.</summary>
    public required TemplatePartKind Kind { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>The scenario it is for; null suits every one.</summary>
    public string? Scenario { get; init; }

    /// <summary>The task type it is for; null suits every one.</summary>
    public string? TaskType { get; init; }

    /// <summary>How often it was edited: 0 as the pack's files have it.</summary>
    public int Edition { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }
}
