using DialInsight.Contracts.Quality;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>
/// Gives each slot to one sample. A claim is written before the judgement it is for, with that judgement's revision: a holder whose
/// judgement has not reached the revision is still deciding and keeps the slot; one whose judgement has, and is not accepted, has left it.
/// </summary>
internal sealed class Slots(IDocumentCollection<SlotClaim> claims, IDocumentCollection<Judgement> judgements, TimeProvider time)
{
    /// <summary>How long a person's override may be on its way. A first judgement has no such limit: its message comes again.</summary>
    private static readonly TimeSpan s_overrideLimit = TimeSpan.FromMinutes(1);

    /// <summary>Claims a slot for a sample. True when the sample holds it now.</summary>
    /// <param name="id">The slot: <see cref="SlotClaim.IdOf"/>.</param>
    /// <param name="sampleId">The sample.</param>
    /// <param name="revision">The revision of the judgement that is about to be written.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<bool> ClaimAsync(string id, string sampleId, int revision, CancellationToken cancellationToken)
    {
        while (true)
        {
            var claim = new SlotClaim { Id = id, SampleId = sampleId, Revision = revision, At = time.GetUtcNow() };
            if (await claims.InsertAsync(claim, cancellationToken))
                return true;
            if (await claims.FindAsync(id, cancellationToken) is not { } held)
                continue;
            if (held.Document.SampleId == sampleId && held.Document.Revision >= revision)
                return true;
            if (held.Document.SampleId != sampleId && !await IsLeftAsync(held.Document, cancellationToken))
                return false;
            if (await claims.ReplaceAsync(claim, held.Version, cancellationToken))
                return true;
        }
    }

    private async Task<bool> IsLeftAsync(SlotClaim claim, CancellationToken cancellationToken)
    {
        Judgement? holder = (await judgements.FindAsync(claim.SampleId, cancellationToken))?.Document;
        if (holder is null)
            return false;
        bool decided = holder.Revision >= claim.Revision || time.GetUtcNow() - claim.At > s_overrideLimit;
        return decided && holder.Outcome != JudgementOutcome.Accepted;
    }
}
