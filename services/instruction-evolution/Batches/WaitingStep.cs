using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.InstructionEvolution.Tuning;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>Holds a batch until its transcripts are here and no earlier batch of the same cell is being worked.</summary>
internal sealed class WaitingStep(InstructionEvolutionStore store, TranscriptPool transcripts, TimeProvider time) : IBatchStep
{
    private const int Dialogues = 4;

    /// <summary>How long transcripts are waited for; after that the batch goes on with those that came.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public IReadOnlyList<BatchState> States { get; } = [BatchState.Waiting];

    public async Task<BatchDocument?> WorkAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken)
    {
        if (batch.RunId is { } run && await store.EndedRuns.FindAsync(run, cancellationToken) is not null)
            return batch with { State = BatchState.Cancelled };

        string? behind = await EarlierAsync(batch, cancellationToken);
        if (behind != batch.Behind)
            return batch with { Behind = behind };
        if (behind is not null || await TranscriptsAsync(batch, cancellationToken) is not { } arrived)
            return null;
        return batch with { State = BatchState.Seeding, GroundingTranscripts = arrived, Methods = await MethodsAsync(batch, cancellationToken) };
    }

    /// <summary>Two batches of one cell would make the same instructions: the later one goes on with what the earlier left.</summary>
    private async Task<string?> EarlierAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        await foreach (Versioned<BatchDocument> other in store.Batches.StreamAsync(Query.All.Where("pool", batch.Pool).OrderBy("requestedAt"), cancellationToken))
        {
            if (other.Document.Id == batch.Id)
                return null;
            if (!other.Document.IsOver)
                return other.Document.Id;
        }

        return null;
    }

    /// <summary>The operators' texts that tuning has found better than the pack's.</summary>
    private async Task<IReadOnlyList<OperatorMethod>> MethodsAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        List<OperatorMethod> methods = [];
        await foreach (Versioned<AdoptedMethod> adopted in store.Methods.StreamAsync(Query.All.Where("pack", AdoptedMethod.PackOf(batch.Domain, batch.Language)), cancellationToken))
            methods.Add(adopted.Document.Method);
        return methods;
    }

    private async Task<IReadOnlyList<string>?> TranscriptsAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        if (batch.GroundingTranscripts.Count == 0)
            return await transcripts.FirstAsync(batch.Scenario, batch.Language, Dialogues, cancellationToken);

        IReadOnlyList<TranscriptDocument> arrived = await transcripts.ArrivedAsync(batch.GroundingTranscripts, cancellationToken);
        return arrived.Count == batch.GroundingTranscripts.Distinct().Count() || time.GetUtcNow() - batch.RequestedAt >= s_patience
            ? [.. arrived.Select(transcript => transcript.Id)]
            : null;
    }
}
