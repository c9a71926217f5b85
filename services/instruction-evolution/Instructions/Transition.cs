using DialInsight.InstructionEvolution.Curation;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>One step in an instruction's life.</summary>
/// <param name="To">The state it came into.</param>
/// <param name="By">The person, or the policy (<c>policy:thresholds</c>), or the part of the batch that decided.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why; null where the state says it all.</param>
internal sealed record Transition(InstructionState To, string By, DateTimeOffset At, string? Reason = null)
{
    /// <summary>The gate that it was decided at; null where it was no decision at a gate.</summary>
    public Gate? Gate { get; init; }

    /// <summary>What was looked at, each with its finding.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>What a person's edit changed in the text before it; empty where nothing was edited.</summary>
    public IReadOnlyList<TextChange> Diff { get; init; } = [];

    /// <summary>The text that a model suggested and that the edit began with; null where it began with none.</summary>
    public string? Suggestion { get; init; }
}

/// <summary>Something a gate looked at.</summary>
/// <param name="Name">For instance <c>grounding</c>.</param>
/// <param name="Holds">Whether it speaks for the instruction.</param>
/// <param name="Finding">What was found, for instance <c>0.41, at least 0.2</c>.</param>
internal sealed record Criterion(string Name, bool Holds, string Finding);
