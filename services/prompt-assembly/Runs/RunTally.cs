using DialInsight.PromptAssembly.Attempts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>A run's numbers, counted from its attempts in one look: requested = accepted + rejected + failed + pending, always.</summary>
internal sealed class RunTally
{
    private readonly IReadOnlyDictionary<string, long> _counts;

    private readonly IReadOnlyDictionary<string, long> _erased;

    private RunTally(IReadOnlyDictionary<string, long> counts, IReadOnlyDictionary<string, long> erased) => (_counts, _erased) = (counts, erased);

    public static async Task<RunTally> CountAsync(PromptAssemblyStore store, string runId, CancellationToken cancellationToken) =>
        new(
            await store.Attempts.CountByAsync(Query.All.Where("run", runId), "tally", cancellationToken),
            await store.Attempts.CountByAsync(Query.All.Where("run", runId).After("erasedCell", ""), "erasedCell", cancellationToken));

    /// <summary>A cell's numbers.</summary>
    public Counts Of(string cellId)
    {
        int requested = Count(cellId, AttemptState.Requested);
        int inReview = Count(cellId, AttemptState.InReview);
        return new Counts(
            Count(cellId, AttemptState.Accepted), Count(cellId, AttemptState.Rejected), Count(cellId, AttemptState.Failed), requested + inReview, inReview)
        {
            Erased = (int)_erased.GetValueOrDefault(cellId),
        };
    }

    private int Count(string cellId, AttemptState state) => (int)_counts.GetValueOrDefault(AttemptDocument.TallyOf(cellId, state));
}

/// <summary>How many attempts are in which state. Attempts in review are pending too.</summary>
internal sealed record Counts(int Accepted, int Rejected, int Failed, int Pending, int InReview)
{
    /// <summary>How many of the failed ones failed because their transcript was erased.</summary>
    public int Erased { get; init; }

    public int Requested => Accepted + Rejected + Failed + Pending;

    public static Counts operator +(Counts a, Counts b) =>
        new(a.Accepted + b.Accepted, a.Rejected + b.Rejected, a.Failed + b.Failed, a.Pending + b.Pending, a.InReview + b.InReview) { Erased = a.Erased + b.Erased };
}
