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
    private readonly ConcurrentDictionary<SpendKey, long> _hits = [];
    private readonly ConcurrentDictionary<SpendKey, long> _written = [];
    private readonly IDocumentCollection<Purchase> _purchases;
    private readonly IDocumentCollection<CacheHits> _cacheHits;
    private readonly TimeProvider _time;

    public SpendLog(IDocumentStoreFactory stores, TimeProvider time)
    {
        IDocumentStore store = stores.Open(AnswerCache.Database);
        (_purchases, _cacheHits, _time) = (store.Collection(Purchase.Collection), store.Collection(CacheHits.Collection), time);
    }

    /// <summary>Keeps what an answer cost.</summary>
    public Task NoteAsync(ModelRequest request, ModelSpend spend, CancellationToken cancellationToken) => NoteAsync(request.Run, request.Account, spend, cancellationToken);

    /// <summary>Keeps what a call for a run, or for something that people asked for, cost.</summary>
    public Task NoteAsync(string? run, string? account, ModelSpend spend, CancellationToken cancellationToken) =>
        _purchases.InsertAsync(new Purchase(Guid.CreateVersion7().ToString("N"), run ?? "", account, spend, _time.GetUtcNow()), cancellationToken);

    /// <summary>Counts a request that was answered from the cache.</summary>
    public void Hit(ModelRequest request, string model) => _hits.AddOrUpdate(new SpendKey(request.Run ?? "", request.Account ?? "", request.Purpose, model), 1, static (_, count) => count + 1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpendLine>> TotalsAsync(string? run, string? account, CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        var lines = new SortedDictionary<SpendKey, SpendLine>();
        Query query = run is null ? Query.All : Query.All.Where("run", run);
        query = account is null ? query : query.Where("account", account);
        await foreach (Versioned<Purchase> purchase in _purchases.StreamAsync(query, cancellationToken))
            Add(lines, purchase.Document.Key, purchase.Document.Spend, 0);
        await foreach (Versioned<CacheHits> hits in _cacheHits.StreamAsync(query, cancellationToken))
            Add(lines, hits.Document.Key, hits.Document.Key.Nothing, hits.Document.Count);
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
        foreach ((SpendKey key, long count) in _hits)
        {
            if (_written.GetValueOrDefault(key) == count)
                continue;
            await _cacheHits.UpsertAsync(
                new CacheHits(DeterministicId.Of(32, _process, key.Run, key.Account, key.Purpose, key.Model), key.Run, key.Account, key.Purpose, key.Model, count), cancellationToken);
            _written[key] = count;
        }
    }

    private static void Add(SortedDictionary<SpendKey, SpendLine> lines, SpendKey key, ModelSpend spend, long hits)
    {
        SpendLine line = lines.GetValueOrDefault(key) ?? new SpendLine(key.Run, key.Account, key.Nothing, 0);
        lines[key] = line with { Spend = SpendTotal.Of([line.Spend, spend])[0], Hits = line.Hits + hits };
    }
}
