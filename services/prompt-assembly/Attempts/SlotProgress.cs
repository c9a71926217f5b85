using DialInsight.PromptAssembly.Runs;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>
/// What follows in a cell when an attempt is settled, or goes to a person for review: the slot's next attempt, or else the slot one window further on. Each slot of the
/// first window so leads a chain through the cell, and while a chain has not ended, one of its attempts is pending: a run without a pending
/// attempt is through.
/// </summary>
internal sealed class SlotProgress(AttemptIssuer issuer)
{
    /// <summary>Issues what follows a settled attempt. True when that was nothing new: the run may be through.</summary>
    public async Task<bool> ContinueAsync(RunDocument run, CellDocument cell, AttemptDocument settled, CancellationToken cancellationToken)
    {
        // What waits for a person may wait long: the slots behind it go on meanwhile.
        bool retry = settled.State is AttemptState.Rejected or AttemptState.Failed && !settled.Surplus && settled.Number + 1 < run.Recipe.Attempts;
        IssuedAttempt? next = retry ? await issuer.IssueAsync(run, cell, settled.Slot, settled.Number + 1, cancellationToken) : null;
        return next is null
            ? await OpenAsync(run, cell, settled.Slot + cell.Window, cancellationToken)
            : await FollowAsync(run, cell, next, cancellationToken);
    }

    /// <summary>Opens a slot. True when that issued nothing new: the cell has no such slot, or no candidate for it, and then none for those
    /// behind it either.</summary>
    public async Task<bool> OpenAsync(RunDocument run, CellDocument cell, int slot, CancellationToken cancellationToken) =>
        slot >= cell.Target
        || await issuer.IssueAsync(run, cell, slot, number: 0, cancellationToken) is not { } first
        || await FollowAsync(run, cell, first, cancellationToken);

    /// <summary>An attempt that failed as it was issued, its transcript being erased, is followed at once.</summary>
    private async Task<bool> FollowAsync(RunDocument run, CellDocument cell, IssuedAttempt issued, CancellationToken cancellationToken) =>
        issued.Attempt.State == AttemptState.Requested ? !issued.IsNew : await ContinueAsync(run, cell, issued.Attempt, cancellationToken);
}
