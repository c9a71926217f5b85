using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Ingest.Deduplication;
using DialInsight.Ingest.Transcripts;
using DialInsight.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DialInsight.Ingest.Tests.Fixtures;

/// <summary>What one of several processes on a store does with a batch: finds near duplicates, keeps the others.</summary>
internal sealed class DeduplicatingReplica : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DeduplicatingReplica(string folder, string jaccard = "0.8", int held = 1 << 16)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddCommandLine([.. DocumentServer.Arguments(folder)]).Build();
        _services = new ServiceCollection().AddDocumentStore(configuration).BuildServiceProvider();
        IDocumentStoreFactory stores = _services.GetRequiredService<IDocumentStoreFactory>();
        Near = new NearDuplicates(stores, Options.Create(new NearDuplicateSettings { Jaccard = jaccard, Held = held }), TimeProvider.System, NullLogger<NearDuplicates>.Instance);
        Transcripts = stores.Open("ingest").Collection(TranscriptDocument.Definition);
        Segments = stores.Open("ingest").Collection(NearDuplicateSegment.Definition);
    }

    public NearDuplicates Near { get; }

    public IDocumentCollection<TranscriptDocument> Transcripts { get; }

    public IDocumentCollection<NearDuplicateSegment> Segments { get; }

    /// <summary>A transcript with these turns.</summary>
    public static TranscriptDocument Transcript(string[] turns) => new()
    {
        Id = $"t-{DeterministicId.Of(32, turns)}",
        Origin = "",
        Scenario = "",
        ScenarioOrigin = ScenarioOrigin.Default,
        Language = "",
        Turns = [.. turns.Select(turn => new Turn("reader", turn))],
        IngestedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Takes a batch in; answers for each what it repeats.</summary>
    public async Task<NearDuplicate?[]> TakeAsync(IReadOnlyList<TranscriptDocument> batch, bool killed = false)
    {
        HashSet<string> kept = [.. (await Transcripts.FindManyAsync([.. batch.Select(transcript => transcript.Id)], TestContext.Current.CancellationToken)).Select(found => found.Document.Id)];
        using NearDuplicateFindings found = await Near.FindAsync(
            [.. batch.Select(transcript => kept.Contains(transcript.Id) ? null : Near.Compared(transcript.Id, transcript.Turns))], TestContext.Current.CancellationToken);
        if (!killed)
            await Transcripts.InsertManyAsync([.. batch.Where((_, index) => found[index] is null)], TestContext.Current.CancellationToken);
        return [.. batch.Select((_, index) => found[index])];
    }

    public async Task<IReadOnlyList<TranscriptDocument>> KeptAsync()
    {
        List<TranscriptDocument> kept = [];
        await foreach (Versioned<TranscriptDocument> found in Transcripts.StreamAsync(Query.All, TestContext.Current.CancellationToken))
            kept.Add(found.Document);
        return kept;
    }

    /// <summary>How many entries there are in the stored index.</summary>
    public async Task<int> IndexedAsync()
    {
        int bytes = 0;
        await foreach (Versioned<NearDuplicateSegment> segment in Segments.StreamAsync(Query.All, TestContext.Current.CancellationToken))
            bytes += segment.Document.Rows.Length;
        return bytes / 80;
    }

    public async ValueTask DisposeAsync()
    {
        Near.Dispose();
        await _services.DisposeAsync();
    }
}
