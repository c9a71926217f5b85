using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Facts;
using DialInsight.Labeling.Labels;
using DialInsight.Labeling.Runs;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Batches;
using DialInsight.Storage;
using Microsoft.Extensions.Options;

namespace DialInsight.Labeling.Batches;

/// <summary>
/// One look at the batches: gathers what waits, submits, asks whether a batch has ended, joins its answers and works its attempts. Every step is kept before
/// the next, and done again where it broke off.
/// </summary>
internal sealed partial class BatchRound(
    LabelingStore store, IBatchFiles files, LabelWork work, IDomainPacks packs, EndedRuns endedRuns, Presence presence, IOptions<BatchSettings> settings, TimeProvider time,
    ILogger<BatchRound> logger)
{
    private const int AtOnce = 16;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!files.IsAvailable || !await IsOnDutyAsync(cancellationToken))
            return;
        while (await GatherAsync(cancellationToken))
        {
            // As many files as are full.
        }

        await foreach (Versioned<LabelBatch> batch in store.Batches.StreamAsync(Query.All.Where("open", true), cancellationToken))
            await DriveAsync(batch, cancellationToken);
    }

    /// <summary>Takes the duty where nobody has it, or its owner is dead.</summary>
    private async Task<bool> IsOnDutyAsync(CancellationToken cancellationToken)
    {
        var mine = new BatchDuty(BatchDuty.TheOne, presence.WriterId);
        Versioned<BatchDuty>? held = await store.BatchDuties.FindAsync(mine.Id, cancellationToken);
        if (held is null)
            return await store.BatchDuties.InsertAsync(mine, cancellationToken);
        return held.Document.Owner == mine.Owner
            || (!await presence.IsAliveAsync(held.Document.Owner, cancellationToken) && await store.BatchDuties.ReplaceAsync(mine, held.Version, cancellationToken));
    }

    /// <summary>Puts one batch together if there is enough for one, or it has waited long enough. Whether it did.</summary>
    private async Task<bool> GatherAsync(CancellationToken cancellationToken)
    {
        List<Versioned<LabelDocument>> waiting = [];
        await foreach (Versioned<LabelDocument> label in store.Labels.StreamAsync(Query.All.Where("gathered", LabelBatch.None).Take(settings.Value.MaximumRequests), cancellationToken))
            waiting.Add(label);
        TimeSpan oldest = waiting.Count == 0 ? TimeSpan.Zero : time.GetUtcNow() - waiting.Min(label => label.Document.ClaimedAt);
        if (waiting.Count == 0 || (waiting.Count < settings.Value.MaximumRequests && oldest < TimeSpan.FromSeconds(settings.Value.GatherSeconds)))
            return false;
        string[] attempts = [.. waiting.Select(label => label.Document.Id)];
        var batch = new LabelBatch($"dialinsight-{DeterministicId.Of(24, attempts)}", attempts, time.GetUtcNow());
        await store.Batches.InsertAsync(batch, cancellationToken);
        foreach (Versioned<LabelDocument> label in waiting)
            await store.Labels.ReplaceAsync(label.Document with { Batch = batch.Id }, label.Version, cancellationToken);
        return true;
    }

    private async Task DriveAsync(Versioned<LabelBatch> batch, CancellationToken cancellationToken)
    {
        List<LabelDocument> waiting = [];
        foreach (string[] some in batch.Document.Attempts.Chunk(500))
            waiting.AddRange((await store.Labels.FindManyAsync(some, cancellationToken)).Select(label => label.Document).Where(label => label.State == LabelState.Batched));
        try
        {
            Dictionary<string, ModelRequest> requests = waiting.ToDictionary(label => label.Id, label => new LabelPrompt(label.Assignment, packs.Find(label.Assignment.Domain)).First());
            if (batch.Document.ProviderId is not { } provider)
            {
                string started = await files.SubmitAsync(batch.Document.Id, [.. requests], cancellationToken);
                LogSubmitted(batch.Document.Id, requests.Count);
                await store.Batches.ReplaceAsync(batch.Document with { ProviderId = started }, batch.Version, cancellationToken);
            }
            else if (await files.HasEndedAsync(provider, cancellationToken))
            {
                int answered = await files.JoinAsync(provider, requests, (decimal)settings.Value.PriceShare, cancellationToken);
                await EndAsync(batch, waiting, answered, cancellationToken);
            }
        }
        catch (ModelUnavailableException away)
        {
            LogAway(batch.Document.Id, away.Message);
        }
        catch (ModelRefusedRequestException refused)
        {
            // Without a batch file then.
            LogRefused(batch.Document.Id, refused.Message);
            await EndAsync(batch, waiting, 0, cancellationToken);
        }
    }

    private async Task EndAsync(Versioned<LabelBatch> batch, List<LabelDocument> waiting, int answered, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (label, token) =>
        {
            if (await endedRuns.HasEndedAsync(label.Assignment.RunId, token))
                await store.Labels.DeleteAsync(label.Id, token);
            else
                await work.FinishAsync(label.Assignment, token);
        });
        LogEnded(batch.Document.Id, answered, batch.Document.Attempts.Count);
        await store.Batches.ReplaceAsync(batch.Document with { Answered = answered, EndedAt = time.GetUtcNow() }, batch.Version, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Batch {Batch} of {Count} requests was submitted")]
    private partial void LogSubmitted(string batch, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Batch {Batch} ended: {Answered} of {Count} requests were answered; the others are asked one by one")]
    private partial void LogEnded(string batch, int answered, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Batch {Batch} waits: {Reason}")]
    private partial void LogAway(string batch, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Batch {Batch} cannot go as a file: {Reason}; its requests are asked one by one")]
    private partial void LogRefused(string batch, string reason);
}
