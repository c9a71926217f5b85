using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.LanguageModels;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Tuning;

/// <summary>
/// An operator's text being improved (Auto Evol-Instruct, arXiv 2406.00770, section 3): applied to a development set, its failures shown to an optimiser model, which writes a
/// better one; the text that fails least is kept. The document is the whole of its progress.
/// </summary>
internal sealed record TuningDocument
{
    public static readonly CollectionDefinition<TuningDocument> Definition = new(
        "tunings", tuning => tuning.Id, new("state", tuning => tuning.State), new("requestedAt", tuning => tuning.RequestedAt), new("transcript", tuning => tuning.TranscriptId));

    public required string Id { get; init; }

    public required string Domain { get; init; }

    public required string Scenario { get; init; }

    public required string TaskType { get; init; }

    public required string Language { get; init; }

    public required string Operator { get; init; }

    /// <summary>The instructions that every text is tried on.</summary>
    public required IReadOnlyList<string> Development { get; init; }

    /// <summary>How often the optimiser is asked, at most.</summary>
    public required int Steps { get; init; }

    /// <summary>The dialogue that grounds the trials.</summary>
    public string? TranscriptId { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public TuningState State { get; init; } = TuningState.Running;

    /// <summary>How often the optimiser was asked.</summary>
    public int Step { get; init; }

    /// <summary>Every text with its figures; the first is the one in use when it began.</summary>
    public IReadOnlyList<OperatorVersion> Versions { get; init; } = [];

    /// <summary>The place of the best in <see cref="Versions"/>.</summary>
    public int Best { get; init; }

    /// <summary>Why it ended early.</summary>
    public string? Problem { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The writer that works it; another takes over when it is dead.</summary>
    public string? Owner { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The request as paid by the tuning. A step that is done again is told again what its calls had cost.</summary>
    public ModelRequest Paying(ModelRequest request, string piece) => request with { Account = $"tuning/{Id}", Work = $"tuning/{Id}/{Step}/{piece}" };

    /// <summary>The tuning without what models made of a dialogue that was erased.</summary>
    public TuningDocument WithoutDialogue() => this with { TranscriptId = null, Versions = [.. Versions.Select(version => version with { Failures = [] })] };
}

/// <summary>Where a tuning stands.</summary>
internal enum TuningState
{
    /// <summary>Texts are tried.</summary>
    Running,

    /// <summary>The best text is in use.</summary>
    Completed,
}

/// <summary>One text of an operator with what came of it.</summary>
/// <param name="Method">The text and its name.</param>
/// <param name="Applied">How many instructions it was tried on.</param>
/// <param name="Failed">How many outcomes fell.</param>
/// <param name="Faults">Why, by reason.</param>
/// <param name="Failures">Some of them as the optimiser is shown them.</param>
/// <param name="Cost">What trying it and asking for it cost.</param>
internal sealed record OperatorVersion(
    OperatorMethod Method, int Applied, int Failed, IReadOnlyDictionary<RejectionReason, int> Faults, IReadOnlyList<string> Failures, decimal Cost)
{
    /// <summary>The share of outcomes that fell, 0 to 1.</summary>
    public double FailureRate => Applied == 0 ? 1 : (double)Failed / Applied;
}

/// <summary>An operator's text that tuning found better than the pack's; batches that begin from now on use it.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Language">The language.</param>
/// <param name="Method">The text.</param>
/// <param name="Tuning">The tuning that found it.</param>
internal sealed record AdoptedMethod(string Domain, string Language, OperatorMethod Method, string Tuning)
{
    public static readonly CollectionDefinition<AdoptedMethod> Definition = new("operator-methods", adopted => adopted.Id, new IndexedField<AdoptedMethod>("pack", adopted => adopted.Pack));

    public string Id => $"{Pack}|{Method.Operator}";

    public string Pack => PackOf(Domain, Language);

    /// <summary>The methods of one pack in one language.</summary>
    public static string PackOf(string domain, string language) => $"{domain}|{language}";
}
