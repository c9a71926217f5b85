using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Erasure;
using DialInsight.LanguageModels;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Batches;

/// <summary>
/// Moves batches on, step by step; each step ends with the batch's document being replaced. A batch has one driver at a time, and what a
/// driver does is safe to do twice, so that a take-over needs no care.
/// </summary>
internal sealed partial class BatchDriver(
    InstructionEvolutionStore store,
    FactLog<BatchDocument> batches,
    Presence presence,
    IEnumerable<IBatchStep> steps,
    BatchEnd end,
    CancelledItems cancelled,
    Tombstones<TranscriptEraser> tombstones,
    IDomainPacks packs,
    TimeProvider time,
    ILogger<BatchDriver> logger)
    : Reconciler(TimeSpan.FromMilliseconds(250), time, logger)
{
    private const int BatchesAtOnce = 8;
    private const int StepsInARow = 64;

    private static readonly TimeSpan s_sweepEvery = TimeSpan.FromSeconds(20);

    private static readonly object[] s_live =
        [BatchState.Waiting, BatchState.Seeding, BatchState.Curation, BatchState.Evolving, BatchState.Screening, BatchState.Refinement];

    private readonly TimeProvider _time = time;
    private readonly ILogger _logger = logger;
    private readonly Dictionary<BatchState, IBatchStep> _steps =
        steps.SelectMany(step => step.States.Select(state => (state, step))).ToDictionary(pair => pair.state, pair => pair.step);

    private DateTimeOffset _sweptAt = DateTimeOffset.MinValue;

    protected override async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        // A step that was under way when its batch was cancelled may have put something at a gate after that.
        if (_time.GetUtcNow() - _sweptAt >= s_sweepEvery)
        {
            await cancelled.TakeOutAllAsync(cancellationToken);
            _sweptAt = _time.GetUtcNow();
        }

        // One batch that moves on may be what another waits for.
        bool moved = true;
        while (moved)
        {
            moved = false;
            await Parallel.ForEachAsync(
                store.Batches.StreamAsync(Query.All.WhereIn("state", s_live).OrderBy("requestedAt"), cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellationToken },
                async (batch, token) =>
                {
                    if (await DriveAsync(batch, token))
                        moved = true;
                });
        }
    }

    /// <summary>Moves a batch on as far as it goes. True when it moved.</summary>
    private async Task<bool> DriveAsync(Versioned<BatchDocument> batch, CancellationToken cancellationToken)
    {
        if (batch.Document.NotBefore > _time.GetUtcNow())
            return false;

        Versioned<BatchDocument>? current = await ClaimAsync(batch, cancellationToken);
        int steps = 0;
        while (steps < StepsInARow && current is { Document.IsOver: false })
        {
            Versioned<BatchDocument>? next = await StepAsync(current, cancellationToken);
            if (next is not null)
                steps++;
            current = next;
        }

        return steps > 0;
    }

    private async Task<Versioned<BatchDocument>?> ClaimAsync(Versioned<BatchDocument> batch, CancellationToken cancellationToken)
    {
        if (batch.Document.Owner == presence.WriterId)
            return batch;
        if (batch.Document.Owner is { } owner && await presence.IsAliveAsync(owner, cancellationToken))
            return null;
        return await KeepAsync(batch, batch.Document with { Owner = presence.WriterId }, cancellationToken);
    }

    /// <summary>The batch after a step; null where it has to wait, or where another wrote it meanwhile.</summary>
    private async Task<Versioned<BatchDocument>?> StepAsync(Versioned<BatchDocument> batch, CancellationToken cancellationToken)
    {
        try
        {
            if (await WorkAsync(batch.Document, cancellationToken) is not { } next)
                return null;

            // What a step wrote of a dialogue that was erased meanwhile goes again.
            await tombstones.SweepAsync(batch.Document.GroundingTranscripts, cancellationToken);
            bool putOff = next.Setbacks > batch.Document.Setbacks;
            Versioned<BatchDocument>? kept = await KeepAsync(batch, putOff ? next : next with { Setbacks = 0, NotBefore = null }, cancellationToken);
            return putOff ? null : kept;
        }
        catch (ModelUnavailableException)
        {
            await KeepAsync(batch, batch.Document.PutOff(_time.GetUtcNow()), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One batch that cannot be worked must not hold up the others.
            LogFailed(_logger, batch.Document.Id, batch.Document.State, exception);
            await KeepAsync(batch, batch.Document.PutOff(_time.GetUtcNow()), cancellationToken);
        }

        return null;
    }

    private async Task<BatchDocument?> WorkAsync(BatchDocument batch, CancellationToken cancellationToken) =>
        CellSubject.Find(packs, batch.Domain, batch.Scenario, batch.TaskType, batch.Language) is { } subject
            ? await _steps[batch.State].WorkAsync(batch, subject, cancellationToken)
            : await end.CompleteAsync(batch, $"no domain pack here knows {batch.Domain}/{batch.Scenario}/{batch.TaskType} in {batch.Language}", cancellationToken);

    private async Task<Versioned<BatchDocument>?> KeepAsync(Versioned<BatchDocument> batch, BatchDocument next, CancellationToken cancellationToken)
    {
        bool kept = next.State == BatchState.Completed
            ? await batches.ReplaceAsync(next, batch.Version, cancellationToken)
            : await store.Batches.ReplaceAsync(next, batch.Version, cancellationToken);
        return kept ? new Versioned<BatchDocument>(next, batch.Version + 1) : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Batch {Batch} could not be moved on from {State} and is tried again later")]
    private static partial void LogFailed(ILogger logger, string batch, BatchState state, Exception exception);
}
