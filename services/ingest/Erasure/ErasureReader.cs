using DialInsight.Client.Erasures;
using DialInsight.Contracts.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;

namespace DialInsight.Ingest.Erasure;

/// <summary>Shows erasures, added up from what the services have answered.</summary>
internal sealed class ErasureReader(ErasureStore store, FactLog<TranscriptDocument> transcripts)
{
    public async Task<ErasureView?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await store.Erasures.FindAsync(id, cancellationToken))?.Document is { } erasure ? await ShowAsync(erasure, cancellationToken) : null;

    public async Task<ErasureView> ShowAsync(ErasureDocument erasure, CancellationToken cancellationToken)
    {
        var sums = ErasingServices.Names.ToDictionary(service => service, _ => new Sum());
        var releases = new SortedDictionary<string, (int Rows, ReleaseWithdrawal Last)>(StringComparer.Ordinal);
        await foreach (Versioned<ServiceAnswer> answer in store.Answers.StreamAsync(Query.All.Where("erasure", erasure.Id), cancellationToken))
        {
            if (sums.TryGetValue(answer.Document.Service, out Sum? sum))
                sum.Add(answer.Document);
            foreach (ReleaseWithdrawal release in answer.Document.Releases)
                Add(releases, release);
        }

        long erased = await transcripts.Collection.CountAsync(Query.All.Where("erasure", erasure.Id), cancellationToken);
        bool open = erasure.State == ErasureState.Open;
        return new ErasureView
        {
            Id = erasure.Id,
            Subject = erasure.Subject,
            State = erasure.State,
            RequestedBy = erasure.RequestedBy,
            RequestedAt = erasure.RequestedAt,
            AppliedAt = erasure.AppliedAt,
            Transcripts = erased,
            Remaining = open ? await transcripts.Collection.CountAsync(Query.All.Where("subject", erasure.Subject), cancellationToken) : 0,
            Services = [.. sums.Select(sum => new ErasureServiceView(sum.Key, sum.Value.Answers, erased - sum.Value.Answers, sum.Value.Counts))],
            Releases = [.. releases.Select(release => new ErasedReleaseView(release.Key, release.Value.Rows, release.Value.Last.Samples, release.Value.Last.Checksum))],
        };
    }

    private static void Add(SortedDictionary<string, (int Rows, ReleaseWithdrawal Last)> releases, ReleaseWithdrawal release)
    {
        bool known = releases.TryGetValue(release.Release, out (int Rows, ReleaseWithdrawal Last) sum);
        // The fewer samples, the later the withdrawal: nothing is ever added to a release.
        releases[release.Release] = known && sum.Last.Samples < release.Samples
            ? (sum.Rows + release.Rows, sum.Last)
            : (sum.Rows + release.Rows, release);
    }

    private sealed class Sum
    {
        public long Answers { get; private set; }

        public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

        public void Add(ServiceAnswer answer)
        {
            Answers++;
            foreach ((string kind, long count) in answer.Counts)
                Counts[kind] = Counts.GetValueOrDefault(kind) + count;
        }
    }
}
