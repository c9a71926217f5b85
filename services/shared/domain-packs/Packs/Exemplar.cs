namespace DialInsight.DomainPacks.Packs;

/// <summary>An instruction written by a person.</summary>
public sealed record Exemplar
{
    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>The scenario it is for; null suits every one.</summary>
    public string? Scenario { get; init; }

    /// <summary>The task type it is for.</summary>
    public required string TaskType { get; init; }

    /// <summary>The instruction.</summary>
    public required string Text { get; init; }
}
