using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Curation;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>Makes the documents of a batch's new instructions.</summary>
internal static class InstructionDraft
{
    /// <summary>Who decides on drafts.</summary>
    private const string Filters = "policy:filters", Elimination = "policy:elimination", Seeding = "batch:seeding", Evolution = "batch:evolution";

    /// <summary>A model's text may be anything: what falls is kept no longer than this.</summary>
    private const int LongestKept = 2000;

    /// <summary>A seed: it waits at gate 1, or fell at a filter.</summary>
    public static InstructionDocument Seed(BatchDocument batch, string text, string origin, int position, RejectionReason? rejection, DateTimeOffset now)
    {
        InstructionDocument seed = New(batch, text, origin, position, now);
        return rejection is { } reason
            ? Fallen(seed, reason, Filters, now)
            : seed.Into(new Transition(InstructionState.Seeded, Seeding, now)) with { Gate = Gate.Curation };
    }

    /// <summary>What an operator made of <paramref name="parent"/>: it may be evolved further, or was eliminated.</summary>
    public static InstructionDocument Evolved(
        BatchDocument batch, InstructionDocument parent, string @operator, string text, string origin, RejectionReason? rejection, DateTimeOffset now)
    {
        InstructionDocument child = New(batch, text, origin, parent.Position, now) with
        {
            RootId = parent.RootId,
            ParentId = parent.Id,
            Operator = @operator,
            Round = batch.Round + 1,
            Draw = parent.Draw,
        };
        return rejection is { } reason ? Fallen(child, reason, Elimination, now) : child.Into(new Transition(InstructionState.Evolved, Evolution, now));
    }

    private static InstructionDocument Fallen(InstructionDocument instruction, RejectionReason reason, string by, DateTimeOffset now) =>
        instruction.Into(new Transition(InstructionState.Rejected, by, now, reason.ToString())) with
        {
            Rejection = reason,
            Text = instruction.Text.Length > LongestKept ? instruction.Text[..LongestKept] : instruction.Text,
        };

    private static InstructionDocument New(BatchDocument batch, string text, string origin, int position, DateTimeOffset now)
    {
        string id = InstructionDocument.IdOf(batch.Domain, batch.Scenario, batch.TaskType, batch.Language, text);
        return new InstructionDocument
        {
            Id = id,
            Domain = batch.Domain,
            Scenario = batch.Scenario,
            TaskType = batch.TaskType,
            Language = batch.Language,
            Text = text,
            RootId = id,
            Origin = origin,
            BatchId = batch.Id,
            Cycle = batch.Cycle,
            Draw = batch.Draws,
            Position = position,
            State = InstructionState.Seeded,
            CreatedAt = now,
        };
    }
}
