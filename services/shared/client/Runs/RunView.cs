using DialInsight.Contracts;
using DialInsight.Contracts.Quality;

namespace DialInsight.Client.Runs;

/// <summary>A run as callers see it. In every part of it, requested = accepted + rejected + failed + pending.</summary>
public sealed record RunView
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>Which version of the recipe's name it fills, from 1: <c>GET /recipes/{name}?version=…</c>.</summary>
    public int RecipeVersion { get; init; }

    /// <summary>The edited template parts and formats that it uses, by version; all others are as the domain pack has them.</summary>
    public IReadOnlyDictionary<string, int> TemplateVersions { get; init; } = new Dictionary<string, int>();

    /// <summary>The domain pack and its version.</summary>
    public required string Domain { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>Who decides the gates of its instructions: <c>manual</c> or <c>thresholds</c>.</summary>
    public required string Curation { get; init; }

    /// <summary>Where it stands: collecting, running, paused, resuming, completed, released, refused, cancelled.</summary>
    public required RunState State { get; init; }

    /// <summary>The same in words for people: <c>running</c>, <c>paused: budget</c>, <c>paused: the model refuses the key</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Why it is paused, and what to do; null while it is not.</summary>
    public string? PauseDetail { get; init; }

    /// <summary>What it costs; null where no prices are configured and no budget is set.</summary>
    public BudgetView? Budget { get; init; }

    /// <summary>What keeps it from its targets, known beforehand.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its dialogues were frozen.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the last cell was filled or dry.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>All cells together.</summary>
    public required CountsView Totals { get; init; }

    /// <summary>The cells.</summary>
    public required IReadOnlyList<CellView> Cells { get; init; }

    /// <summary>Accepted samples a second since the start, pauses left out; null before there are any.</summary>
    public double? Rate { get; init; }

    /// <summary>Seconds until the targets are reached at that rate; null where it cannot be told.</summary>
    public double? EtaSeconds { get; init; }

    /// <summary>What was spent on instructions and prompts; known once the run is completed.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];

    /// <summary>The release that came of it.</summary>
    public string? Release { get; init; }

    /// <summary>Why there is none.</summary>
    public IReadOnlyList<GateFailure> Failures { get; init; } = [];
}

/// <summary>What a run costs, in the currency of the configured prices. At Limit, nothing more is requested and the run is paused.</summary>
/// <param name="Currency">The recipe's currency, ISO 4217; null where it names none.</param>
/// <param name="Limit">The most it may cost; null is no limit.</param>
/// <param name="Spent">What was spent on instructions, prompts, labels and judgements, right to half a thousandth.</param>
/// <param name="Reserved">What is expected of the requests that are under way.</param>
public sealed record BudgetView(string? Currency, decimal? Limit, decimal Spent, decimal Reserved);

/// <summary>A cell as callers see it.</summary>
public sealed record CellView
{
    /// <summary>The cell, <c>scenario/task-type</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands: <c>waiting</c> for instructions, <c>filling</c>, <c>filled</c> or <c>dry</c>.</summary>
    public required string State { get; init; }

    /// <summary>Its numbers.</summary>
    public required CountsView Counts { get; init; }

    /// <summary>How many dialogues it draws from.</summary>
    public required int Dialogues { get; init; }

    /// <summary>How many instructions it draws from; 0 while it waits for them.</summary>
    public required int Instructions { get; init; }

    /// <summary>Why it is dry.</summary>
    public string? DryReason { get; init; }
}

/// <summary>How many samples are wanted, and how the attempts at them stand: Requested = Accepted + Rejected + Failed + Pending.</summary>
/// <param name="Target">Accepted samples that are wanted.</param>
/// <param name="Requested">Attempts made.</param>
/// <param name="Accepted">Attempts that fill a slot.</param>
/// <param name="Rejected">Attempts that were judged and not accepted.</param>
/// <param name="Failed">Attempts that gave no sample, or none that could be judged.</param>
/// <param name="Pending">Attempts that wait for a label, a judgement or a person.</param>
/// <param name="InReview">Those of the pending ones that wait for a person.</param>
public sealed record CountsView(int Target, int Requested, int Accepted, int Rejected, int Failed, int Pending, int InReview);
