using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Curation;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>One instruction, from its first draft on. Its id is computed from its text and what it is for.</summary>
internal sealed record InstructionDocument : IRecorded
{
    /// <summary>What <see cref="Origin"/> is for words of a person.</summary>
    public const string Human = "human";

    public static readonly CollectionDefinition<InstructionDocument> Definition = new(
        "instructions",
        instruction => instruction.Id,
        new("batch", instruction => instruction.BatchId),
        new("state", instruction => instruction.State),
        new("gate", instruction => instruction.Gate),
        new("domain", instruction => instruction.Domain),
        new("scenario", instruction => instruction.Scenario),
        new("taskType", instruction => instruction.TaskType),
        new("language", instruction => instruction.Language),
        new("pool", instruction => PoolOf(instruction.Domain, instruction.Scenario, instruction.TaskType, instruction.Language)),
        new("transcript", instruction => instruction.TranscriptId),
        new("root", instruction => instruction.RootId),
        new("createdAt", instruction => instruction.CreatedAt),
        new("operator", instruction => instruction.Operator),
        new("origin", instruction => instruction.Origin),
        new("rejection", instruction => instruction.Rejection),
        new("recorded", instruction => instruction.Recorded))
    {
        CompoundIndexes = [["domain", "language", "createdAt"]],
    };

    public required string Id { get; init; }

    public required string Domain { get; init; }

    public required string Scenario { get; init; }

    public required string TaskType { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    /// <summary>The seed it descends from; its own id when it is one.</summary>
    public required string RootId { get; init; }

    public string? ParentId { get; init; }

    /// <summary>The evolution operator that made it, or <c>edit</c>.</summary>
    public string? Operator { get; init; }

    /// <summary><see cref="Human"/>, or the name of the model that wrote it.</summary>
    public required string Origin { get; init; }

    public string? BatchId { get; init; }

    /// <summary>Which of its batch's cycles it is of; a batch that came out short begins another.</summary>
    public int Cycle { get; init; }

    /// <summary>Which draw of its batch it came with.</summary>
    public int Draw { get; init; }

    /// <summary>The place of its seed in the cycle; every order among candidates goes by it.</summary>
    public int Position { get; init; }

    /// <summary>After how many rounds of evolution it came; 0 for a seed.</summary>
    public int Round { get; init; }

    /// <summary>Whether evolution left it as its line's best, and sent it to gate 2.</summary>
    public bool IsOutcome { get; init; }

    /// <summary>The prompt that asked for it, with its version; null for words of a person.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>What the model call that made it cost, or its share of a call that made several; 0 for words of a person.</summary>
    public decimal Cost { get; init; }

    /// <summary>The transcript it is grounded in.</summary>
    public string? TranscriptId { get; init; }

    public required InstructionState State { get; init; }

    /// <summary>The gate it waits at; null when it waits at none.</summary>
    public Gate? Gate { get; init; }

    public RejectionReason? Rejection { get; init; }

    /// <summary>The instruction that it is too similar to.</summary>
    public string? SimilarTo { get; init; }

    /// <summary>What a model suggested to reviewers in its place, oldest first.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>The version that a person wrote in its place. Kept here first, so that an edit that is broken off can be completed.</summary>
    public InstructionDocument? Replacement { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public IReadOnlyList<Transition> History { get; init; } = [];

    public string? Recorded { get; set; }

    /// <summary>Whether it is an instruction that a person wrote from nothing.</summary>
    public bool IsExemplar => Origin == Human && ParentId is null;

    /// <summary>Whether new candidates are compared with it: it is one that a filter or rule let pass, whatever a gate said of it.</summary>
    public bool IsPoolMember => State != InstructionState.Rejected || Rejection == RejectionReason.AtGate;

    /// <summary>The instructions that one cell's prompts draw from.</summary>
    public static string PoolOf(string domain, string scenario, string taskType, string language) => $"{domain}|{scenario}|{taskType}|{language}";

    /// <summary>The id of a text in a cell.</summary>
    public static string IdOf(string domain, string scenario, string taskType, string language, string text) =>
        DeterministicId.Of(32, "instruction", domain, scenario, taskType, language, text);

    /// <summary>
    /// What stays when the dialogue that it was made from is erased: an approved one, which the gates let pass as a task for any dialogue, is retired; of
    /// any other the text goes. Null where nothing is to be done.
    /// </summary>
    public InstructionDocument? WithoutDialogue(DateTimeOffset at)
    {
        const string by = "erasure", reason = "the dialogue that it was made from was erased";
        // What edits changed is wording of drafts.
        InstructionDocument plain = this with { History = [.. History.Select(transition => transition with { Diff = [], Suggestion = null })] };
        if (State == InstructionState.Approved)
            return plain.Into(new Transition(InstructionState.Retired, by, at, reason));
        return State == InstructionState.Retired || Rejection == RejectionReason.Erased ? null : plain.Into(new Transition(InstructionState.Rejected, by, at, reason)) with
        {
            Text = "",
            Rejection = RejectionReason.Erased,
            Gate = null,
            Replacement = null,
            Suggestions = [],
            History = [.. History.Select(step => step with { Diff = [], Suggestion = null }), new Transition(InstructionState.Rejected, by, at, reason)],
        };
    }

    /// <summary>The instruction in its next state.</summary>
    public InstructionDocument Into(Transition transition) => this with { State = transition.To, History = [.. History, transition] };

    /// <summary>The instruction taken up anew, with the history that it had before.</summary>
    public InstructionDocument After(InstructionDocument before) => this with { CreatedAt = before.CreatedAt, History = [.. before.History, .. History] };
}
