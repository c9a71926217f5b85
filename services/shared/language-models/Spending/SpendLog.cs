using System.Collections.Concurrent;
using DialInsight.Contracts;
using DialInsight.LanguageModels.Answers;
using DialInsight.Storage;
using Microsoft.Extensions.Hosting;

namespace DialInsight.LanguageModels.Spending;

/// <summary>Keeps purchases one by one, as they are made, and hits in sums, every few seconds.</summary>
internal sealed class SpendLog : BackgroundService, ISpendLog
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    private readonly string _process = Guid.NewGuid().ToString("N")[..16];
    private readonly ConcurrentDictionary<(string Run, string Purpose, string Model), long> _hits = [];
    private readonly ConcurrentDictionary<(string Run, string Purpose, string Model), long> _written = [];
    private readonly IDocumentCollection<Purchase> _purchases;
    private readonly IDocumentCollection<CacheHits> _cacheHits;
    private readonly TimeProvider _time;

    public SpendLog(IDocumentStoreFactory stores, TimeProvider time)
    {
        IDocumentStore store = stores.Open(AnswerCache.Database);
        (_purchases, _cacheHits, _time) = (store.Collection(Purchase.Collection), store.Collection(CacheHits.Collection), time);
    }

    /// <summary>Keeps what an answer cost.</summary>
    public Task NoteAsync(string? run, ModelSpend spend, CancellationToken cancellationToken) =>
        _purchases.InsertAsync(new Purchase(Guid.CreateVersion7().ToString("N"), run ?? "", spend, _time.GetUtcNow()), cancellationToken);

    /// <summary>Counts a request that was answered from the cache.</summary>
    public void Hit(ModelRequest request, string model) => _hits.AddOrUpdate((request.Run ?? "", request.Purpose, model), 1, static (_, count) => count + 1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpendLine>> TotalsAsync(string? run, CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        var lines = new SortedDictionary<(string Run, string Purpose, string Model), SpendLine>();
        Query query = run is null ? Query.All : Query.All.Where("run", run);
        await foreach (Versioned<Purchase> purchase in _purchases.StreamAsync(query, cancellationToken))
            Add(lines, purchase.Document.Run, purchase.Document.Spend, 0);
        await foreach (Versioned<CacheHits> hits in _cacheHits.StreamAsync(query, cancellationToken))
            Add(lines, hits.Document.Run, new ModelSpend(hits.Document.Purpose, hits.Document.Model, 0, 0, 0, 0), hits.Document.Count);
        return [.. lines.Values];
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(s_interval, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The store is away: the counts are kept until it is back.
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (((string Run, string Purpose, string Model) key, long count) in _hits)
        {
            if (_written.GetValueOrDefault(key) == count)
                continue;
            await _cacheHits.UpsertAsync(
                new CacheHits(DeterministicId.Of(32, _process, key.Run, key.Purpose, key.Model), key.Run, key.Purpose, key.Model, count), cancellationToken);
            _written[key] = count;
        }
    }

    private static void Add(SortedDictionary<(string, string, string), SpendLine> lines, string run, ModelSpend spend, long hits)
    {
        (string, string, string) key = (run, spend.Purpose, spend.Model);
        SpendLine line = lines.GetValueOrDefault(key) ?? new SpendLine(run, spend with { Calls = 0, InputTokens = 0, OutputTokens = 0, Cost = 0 }, 0);
        lines[key] = new SpendLine(run, SpendTotal.Of([line.Spend, spend])[0], line.Hits + hits);
    }
}
