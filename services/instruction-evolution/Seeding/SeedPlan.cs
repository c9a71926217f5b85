namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>What one draw of seeds takes up and asks for.</summary>
internal sealed record SeedPlan
{
    /// <summary>Texts of the pack's exemplars that are taken up with this draw.</summary>
    public IReadOnlyList<string> Exemplars { get; init; } = [];

    /// <summary>How many seeds of a model are wanted; 0 asks no model.</summary>
    public required int Wanted { get; init; }

    /// <summary>How many it is asked for: more, as some will fall.</summary>
    public required int Ask { get; init; }

    /// <summary>The dialogue that grounds them; null where there is none.</summary>
    public string? TranscriptId { get; init; }

    /// <summary>The in-context examples.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
