using DialInsight.Storage;

namespace DialInsight.Quality.Reviews;

/// <summary>Sees to it that no two people are given the same sample.</summary>
internal sealed class ReviewLeases(IDocumentCollection<ReviewLease> leases, TimeProvider time)
{
    /// <summary>How long a reviewer may take.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    /// <summary>Leases a sample. True when the reviewer has it now; one that somebody else has stays with them until it runs out.</summary>
    public async Task<bool> TryTakeAsync(string sampleId, string reviewer, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var lease = new ReviewLease { Id = sampleId, Reviewer = reviewer, Until = now + Length };
        if (await leases.InsertAsync(lease, cancellationToken))
            return true;
        if (await leases.FindAsync(sampleId, cancellationToken) is not { } held)
            return await leases.InsertAsync(lease, cancellationToken);
        return (held.Document.Reviewer == reviewer || held.Document.Until <= now)
            && await leases.ReplaceAsync(lease, held.Version, cancellationToken);
    }

    /// <summary>Gives a sample back that this reviewer has; somebody else's stays theirs.</summary>
    public async Task GiveBackAsync(string sampleId, string reviewer, CancellationToken cancellationToken)
    {
        if (await leases.FindAsync(sampleId, cancellationToken) is { } held && held.Document.Reviewer == reviewer)
            await ReturnAsync(sampleId, cancellationToken);
    }

    /// <summary>Gives a sample back.</summary>
    public Task ReturnAsync(string sampleId, CancellationToken cancellationToken) => leases.DeleteAsync(sampleId, cancellationToken);
}
