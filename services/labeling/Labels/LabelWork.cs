using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Labeling.Erasure;
using DialInsight.Labeling.Runs;
using DialInsight.Storage;

namespace DialInsight.Labeling.Labels;

/// <summary>
/// Takes an attempt through claim, label and publication. A duplicate of the message waits for the first rather than buying the same answer,
/// and takes over only from a worker that is dead.
/// </summary>
internal sealed class LabelWork(
    LabelingStore store, FactLog<LabelDocument> labels, EndedRuns endedRuns, Labeller labeller, Tombstones<TranscriptEraser> tombstones, Presence presence,
    IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>The owner of a claim that was given up; no process has this id.</summary>
    private const string Nobody = "nobody";

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, byte> _underWay = new();

    /// <summary>Does the work, or finds that it was done and tells of it again.</summary>
    public Task DoAsync(LabelAssignment assignment, CancellationToken cancellationToken) => DoAsync(assignment, fromBatch: false, cancellationToken);

    /// <summary>Does the work on an attempt whose batch has ended: its answer is in the cache, or is asked for like any other.</summary>
    public Task FinishAsync(LabelAssignment assignment, CancellationToken cancellationToken) => DoAsync(assignment, fromBatch: true, cancellationToken);

    private async Task DoAsync(LabelAssignment assignment, bool fromBatch, CancellationToken cancellationToken)
    {
        if (await endedRuns.HasEndedAsync(assignment.RunId, cancellationToken))
            return;

        if (await ClaimAsync(assignment, fromBatch, cancellationToken) is not { } claim)
            return;

        try
        {
            // An erasure finds the claim and ends it; or it came before, and is found here.
            LabelDocument settled = await tombstones.HasAsync(assignment.TranscriptId, cancellationToken)
                ? claim.Document.Erased(time.GetUtcNow())
                : await labeller.LabelAsync(claim.Document, cancellationToken);
            await labels.ReplaceAsync(settled, claim.Version, cancellationToken);
        }
        catch
        {
            // The message may come to another worker next, to whom this one is alive.
            _ = ReleaseAsync(claim);
            throw;
        }
        finally
        {
            _underWay.TryRemove(assignment.AttemptId, out _);
        }
    }

    /// <summary>Gives up a claim whose work broke off, as soon as the store takes that; where this process ends before, it is dead, which says the same.</summary>
    private async Task ReleaseAsync(Versioned<LabelDocument> claim)
    {
        CancellationToken ended = lifetime.ApplicationStopped;
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await store.Labels.ReplaceAsync(claim.Document with { Owner = Nobody }, claim.Version, ended);
                return;
            }
            catch (Exception)
            {
                await Task.Delay(s_look, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Claims the attempt. Null when it is settled: what came of it is published again.</summary>
    private async Task<Versioned<LabelDocument>?> ClaimAsync(LabelAssignment assignment, bool fromBatch, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_underWay.TryAdd(assignment.AttemptId, 0) && await TakeAsync(assignment, fromBatch, cancellationToken) is { } taken)
                return taken;

            if (await store.Labels.FindAsync(assignment.AttemptId, cancellationToken) is { Document.State: not LabelState.Claimed } settled)
            {
                await labels.PublishAsync(settled.Document, cancellationToken);
                return null;
            }

            await Task.Delay(s_look, time, cancellationToken);
        }
    }

    /// <summary>Takes the attempt where nobody has it, or where its owner is dead. Null, and no longer under way, when it is another's.</summary>
    private async Task<Versioned<LabelDocument>?> TakeAsync(LabelAssignment assignment, bool fromBatch, CancellationToken cancellationToken)
    {
        Versioned<LabelDocument>? taken = null;
        try
        {
            return taken = await TryTakeAsync(assignment, fromBatch, cancellationToken);
        }
        finally
        {
            if (taken is null)
                _underWay.TryRemove(assignment.AttemptId, out _);
        }
    }

    private async Task<Versioned<LabelDocument>?> TryTakeAsync(LabelAssignment assignment, bool fromBatch, CancellationToken cancellationToken)
    {
        var claim = new LabelDocument
        {
            Assignment = assignment,
            State = LabelState.Claimed,
            Owner = presence.WriterId,
            ClaimedAt = time.GetUtcNow(),
        };
        if (await store.Labels.InsertAsync(claim, cancellationToken))
            return new Versioned<LabelDocument>(claim, 1);

        return await store.Labels.FindAsync(claim.Id, cancellationToken) is { } known
            && await IsForTheTakingAsync(known.Document, fromBatch, cancellationToken)
            && await store.Labels.ReplaceAsync(claim, known.Version, cancellationToken)
            ? new Versioned<LabelDocument>(claim, known.Version + 1)
            : null;
    }

    private async Task<bool> IsForTheTakingAsync(LabelDocument known, bool fromBatch, CancellationToken cancellationToken) =>
        known.State == LabelState.Batched ? fromBatch : known.State == LabelState.Claimed && !await IsOthersAsync(known, cancellationToken);

    // A claim of this process that is not under way was left behind by a failure: only the caller is under way with it.
    private async Task<bool> IsOthersAsync(LabelDocument claim, CancellationToken cancellationToken) =>
        claim.Owner != presence.WriterId && await presence.IsAliveAsync(claim.Owner, cancellationToken);
}
