using DialInsight.PromptAssembly.Runs;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>
/// What follows in a cell when an attempt is settled, or goes to a person for review: the slot's next attempt, or else the slot one window further on. Each slot of the
/// first window so leads a chain through the cell, and while a chain has not ended, one of its attempts is pending: a run without a pending
/// attempt is through.
/// </summary>
internal sealed class SlotProgress(AttemptIssuer issuer)
{
    /// <summary>Issues what follows a settled attempt.</summary>
    public async Task<Onward> ContinueAsync(RunDocument run, CellDocument cell, AttemptDocument settled, CancellationToken cancellationToken)
    {
        // What waits for a person may wait long: the slots behind it go on meanwhile.
        if (settled.LeavesSlotEmpty(run.Recipe.Attempts))
        {
            IssuedAttempt next = await issuer.IssueAsync(run, cell, settled.Slot, settled.Number + 1, cancellationToken, excused: settled.ExcusedWithItself);
            if (next.Issue != Issue.NoCandidate)
                return await FollowAsync(run, cell, next, cancellationToken);
        }

        return await OpenAsync(run, cell, settled.Slot + cell.Window, cancellationToken);
    }

    /// <summary>Opens a slot. Where the cell has no such slot, or no candidate for it, there is none for those behind it either.</summary>
    public async Task<Onward> OpenAsync(RunDocument run, CellDocument cell, int slot, CancellationToken cancellationToken) =>
        slot >= cell.Target ? Onward.NothingNew : await FollowAsync(run, cell, await issuer.IssueAsync(run, cell, slot, number: 0, cancellationToken), cancellationToken);

    /// <summary>An attempt that failed as it was issued, its transcript being erased, is followed at once.</summary>
    private async Task<Onward> FollowAsync(RunDocument run, CellDocument cell, IssuedAttempt issued, CancellationToken cancellationToken) => issued switch
    {
        { Issue: Issue.NoCandidate } => Onward.NothingNew,
        { Issue: Issue.Held } => Onward.Held,
        { Attempt: { State: not AttemptState.Requested } failed } => await ContinueAsync(run, cell, failed, cancellationToken),
        { Issue: Issue.New } => Onward.Issued,
        _ => Onward.NothingNew,
    };
}
