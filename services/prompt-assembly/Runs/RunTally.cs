using DialInsight.PromptAssembly.Attempts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>A run's numbers, counted from its attempts in one look: requested = accepted + rejected + failed + pending, always.</summary>
internal sealed class RunTally
{
    private readonly IReadOnlyDictionary<string, long> _counts;

    private RunTally(IReadOnlyDictionary<string, long> counts) => _counts = counts;

    public static async Task<RunTally> CountAsync(PromptAssemblyStore store, string runId, CancellationToken cancellationToken) =>
        new(await store.Attempts.CountByAsync(Query.All.Where("run", runId), "tally", cancellationToken));

    /// <summary>A cell's numbers.</summary>
    public Counts Of(string cellId)
    {
        int requested = Count(cellId, AttemptState.Requested);
        int inReview = Count(cellId, AttemptState.InReview);
        return new Counts(
            Count(cellId, AttemptState.Accepted), Count(cellId, AttemptState.Rejected), Count(cellId, AttemptState.Failed), requested + inReview, inReview);
    }

    private int Count(string cellId, AttemptState state) => (int)_counts.GetValueOrDefault(AttemptDocument.TallyOf(cellId, state));
}

/// <summary>How many attempts are in which state. Attempts in review are pending too.</summary>
internal sealed record Counts(int Accepted, int Rejected, int Failed, int Pending, int InReview)
{
    public int Requested => Accepted + Rejected + Failed + Pending;

    public static Counts operator +(Counts a, Counts b) =>
        new(a.Accepted + b.Accepted, a.Rejected + b.Rejected, a.Failed + b.Failed, a.Pending + b.Pending, a.InReview + b.InReview);
}
