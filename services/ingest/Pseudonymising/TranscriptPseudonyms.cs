using DialInsight.Pseudonyms;
using DialInsight.Storage;
using Microsoft.Extensions.Options;

namespace DialInsight.Ingest.Pseudonymising;

/// <summary>What personal data is replaced with, under the configured key or the one in the store.</summary>
internal sealed class TranscriptPseudonyms(IDocumentStoreFactory stores, IOptions<PseudonymSettings> settings)
{
    private Pseudonymiser? _pseudonymiser;

    /// <summary>The pseudonymiser. The first call may read the key from the store, or make it.</summary>
    public async ValueTask<Pseudonymiser> OpenAsync(CancellationToken cancellationToken) =>
        _pseudonymiser ??= Pseudonymiser.FromText(settings.Value.Key ?? await StoredKeyAsync(cancellationToken));

    private async Task<string> StoredKeyAsync(CancellationToken cancellationToken)
    {
        IDocumentCollection<PseudonymKeyDocument> keys = stores.Open(IngestModule.Database).Collection(PseudonymKeyDocument.Definition);

        // Of two processes that make a key at once one inserts, and both read that one.
        if (await keys.FindAsync(PseudonymKeyDocument.Only, cancellationToken) is null)
            await keys.InsertAsync(PseudonymKeyDocument.Random(), cancellationToken);
        return (await keys.FindAsync(PseudonymKeyDocument.Only, cancellationToken))!.Document.Key;
    }
}
