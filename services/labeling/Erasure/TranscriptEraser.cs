using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Labeling.Labels;
using DialInsight.LanguageModels.Answers;
using DialInsight.Storage;

namespace DialInsight.Labeling.Erasure;

/// <summary>Takes the words out of a transcript's labels and failures, ends those being worked, and forgets what models answered.</summary>
internal sealed class TranscriptEraser(LabelingStore store, FactLog<LabelDocument> labels, IAnswerCache answers, TimeProvider time) : ITranscriptEraser
{
    public async Task<IReadOnlyDictionary<string, long>> EraseAsync(string transcriptId, CancellationToken cancellationToken)
    {
        long blanked = 0;
        await foreach (Versioned<LabelDocument> label in store.Labels.StreamAsync(Query.All.Where("transcript", transcriptId), cancellationToken))
            blanked += await BlankAsync(label, cancellationToken) ? 1 : 0;
        return new Dictionary<string, long>
        {
            ["labels"] = blanked,
            ["answers"] = await answers.EraseTranscriptAsync(transcriptId, cancellationToken),
        };
    }

    private async Task<bool> BlankAsync(Versioned<LabelDocument> found, CancellationToken cancellationToken)
    {
        Versioned<LabelDocument>? label = found;
        while (label is { Document.ErasedAt: null })
        {
            if (await labels.ReplaceAsync(label.Document.Erased(time.GetUtcNow()), label.Version, cancellationToken))
                return true;
            label = await store.Labels.FindAsync(label.Document.Id, cancellationToken);
        }

        return false;
    }
}
