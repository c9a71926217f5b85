using DialInsight.Contracts.Quality;
using DialInsight.Hosting.Facts;
using DialInsight.Quality.Judging;

namespace DialInsight.Quality.Reviews;

/// <summary>Puts a person's decision in place of the one that stands, and lets the slot follow.</summary>
internal sealed class Reviewing(FactLog<Judgement> judgements, Slots slots, ReviewLeases leases, TimeProvider time)
{
    /// <summary>Overrides the judgement of a sample: the one that stands from then on, which is another one's where that came first. Null when there is none.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="decision">What was decided; checked.</param>
    /// <param name="reviewer">Who decided.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Standing?> OverrideAsync(Sample sample, ReviewDecision decision, string reviewer, CancellationToken cancellationToken)
    {
        while (await judgements.Collection.FindAsync(sample.Id, cancellationToken) is { Document.ErasedAt: null } standing)
        {
            if (decision.Revision is { } seen && seen != standing.Document.Revision)
            {
                await leases.ReturnAsync(sample.Id, cancellationToken);
                return new Standing(standing.Document, IsTaken: false);
            }

            Decision next = await DecideAsync(sample, standing.Document, decision, reviewer, cancellationToken);
            Judgement judgement = standing.Document.Override(next, decision.Answer);
            if (!await judgements.ReplaceAsync(judgement, standing.Version, cancellationToken))
                continue;
            await leases.ReturnAsync(sample.Id, cancellationToken);
            return new Standing(judgement, IsTaken: true);
        }

        return null;
    }

    private async Task<Decision> DecideAsync(
        Sample sample, Judgement standing, ReviewDecision decision, string reviewer, CancellationToken cancellationToken)
    {
        JudgementOutcome outcome = JudgementOutcome.Rejected;
        if (sample.Assignment.Judging.Accept.Contains(decision.Level!.Value))
        {
            string slot = SlotClaim.IdOf(standing.RunId, standing.CellId, standing.Slot);
            outcome = await slots.ClaimAsync(slot, sample.Id, standing.Revision + 1, cancellationToken)
                ? JudgementOutcome.Accepted
                : JudgementOutcome.Surplus;
        }

        return new Decision
        {
            Outcome = outcome,
            Level = decision.Level,
            Reasons = [decision.Reason!.Trim()],
            By = reviewer,
            ByPerson = true,
            At = time.GetUtcNow(),
        };
    }
}

/// <summary>What stands after a review.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="IsTaken">Whether it is the reviewer's; false where somebody else decided first.</param>
internal sealed record Standing(Judgement Judgement, bool IsTaken);
