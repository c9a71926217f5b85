using DialInsight.Client;
using DialInsight.Client.Domains;
using DialInsight.Client.Http;

namespace DialInsight.WebConsole.Layout;

/// <summary>What the loaded domain packs call things. Packs change when their service starts anew: they are asked for every few minutes, and while it is away the last answer holds.</summary>
internal sealed class DomainTitles(TimeProvider time)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly Lock _guard = new();
    private IReadOnlyList<DomainView> _packs = [];
    private DateTimeOffset _due;

    /// <summary>The packs as they were told last; nobody waits for more than a moment, and of many visitors one asks.</summary>
    public async Task<IReadOnlyList<DomainView>> AskAsync(DialInsightClient client, CancellationToken cancellationToken)
    {
        lock (_guard)
        {
            if (time.GetUtcNow() < _due)
                return _packs;
            _due = time.GetUtcNow() + s_again;
        }

        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(s_patience);
            _packs = await client.Domains.ListAsync(patience.Token);
            _due = time.GetUtcNow() + s_fresh;
        }
        catch (Exception exception) when (exception is HttpRequestException or ServiceException or OperationCanceledException)
        {
            // The page is worth reading with ids too.
        }

        return _packs;
    }
}
