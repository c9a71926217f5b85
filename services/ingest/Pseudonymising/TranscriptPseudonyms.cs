using DialInsight.Contracts;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.Pseudonyms;
using DialInsight.Storage;
using Microsoft.Extensions.Options;

namespace DialInsight.Ingest.Pseudonymising;

/// <summary>Replaces personal data in transcripts before anything is kept of them, under the configured key or the one in the store.</summary>
internal sealed class TranscriptPseudonyms(IDocumentStoreFactory stores, IOptions<PseudonymSettings> settings)
{
    private Pseudonymiser? _pseudonymiser;

    /// <summary>The pseudonymiser. The first call may read the key from the store, or make it.</summary>
    public async ValueTask<Pseudonymiser> OpenAsync(CancellationToken cancellationToken) =>
        _pseudonymiser ??= Pseudonymiser.FromText(settings.Value.Key ?? await StoredKeyAsync(cancellationToken));

    /// <summary>The turns with surrogates, and how many of each type there are. Labels of speakers that are no roles of the pack may be names too.</summary>
    public static (IReadOnlyList<Turn> Turns, IReadOnlyDictionary<string, int> Counts) Replace(Pseudonymiser pseudonymiser, IReadOnlyList<Turn> turns, string language, DomainPack? pack)
    {
        string[] labels = [.. turns.Select(turn => turn.Role).Distinct().Where(role => RoleMap.Find(pack, role) is null)];
        IReadOnlyList<PseudonymisedText> replaced = pseudonymiser.ForConversation(language).Replace([.. labels, .. turns.Select(turn => turn.Text)]);
        Dictionary<string, string> roles = labels.Select((label, index) => (label, replaced[index].Text)).ToDictionary(pair => pair.label, pair => pair.Text);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (ReplacedSpan span in replaced.Skip(labels.Length).SelectMany(text => text.Spans))
            counts[span.Type.ToName()] = counts.GetValueOrDefault(span.Type.ToName()) + 1;
        return ([.. turns.Select((turn, index) => new Turn(roles.GetValueOrDefault(turn.Role, turn.Role), replaced[labels.Length + index].Text, turn.At))], counts);
    }

    private async Task<string> StoredKeyAsync(CancellationToken cancellationToken)
    {
        IDocumentCollection<PseudonymKeyDocument> keys = stores.Open(IngestModule.Database).Collection(PseudonymKeyDocument.Definition);

        // Of two processes that make a key at once one inserts, and both read that one.
        if (await keys.FindAsync(PseudonymKeyDocument.Only, cancellationToken) is null)
            await keys.InsertAsync(PseudonymKeyDocument.Random(), cancellationToken);
        return (await keys.FindAsync(PseudonymKeyDocument.Only, cancellationToken))!.Document.Key;
    }
}
