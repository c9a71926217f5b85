using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.Labeling.Runs;
using DialInsight.Storage;

namespace DialInsight.Labeling.Labels;

/// <summary>
/// Takes an attempt through claim, label and publication. A duplicate of the message waits for the first rather than buying the same answer,
/// and takes over only from a worker that is dead.
/// </summary>
internal sealed class LabelWork(LabelingStore store, FactLog<LabelDocument> labels, EndedRuns endedRuns, Labeller labeller, Presence presence, TimeProvider time)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, byte> _underWay = new();

    /// <summary>Does the work, or finds that it was done and tells of it again.</summary>
    public async Task DoAsync(LabelAssignment assignment, CancellationToken cancellationToken)
    {
        if (await endedRuns.HasEndedAsync(assignment.RunId, cancellationToken))
            return;

        if (await ClaimAsync(assignment, cancellationToken) is not { } claim)
            return;

        try
        {
            LabelDocument settled = await labeller.LabelAsync(claim.Document, cancellationToken);
            await labels.ReplaceAsync(settled, claim.Version, cancellationToken);
        }
        finally
        {
            _underWay.TryRemove(assignment.AttemptId, out _);
        }
    }

    /// <summary>Claims the attempt. Null when it is settled: what came of it is published again.</summary>
    private async Task<Versioned<LabelDocument>?> ClaimAsync(LabelAssignment assignment, CancellationToken cancellationToken)
    {
        var claim = new LabelDocument
        {
            Assignment = assignment,
            State = LabelState.Claimed,
            Owner = presence.WriterId,
            ClaimedAt = time.GetUtcNow(),
        };
        if (!_underWay.TryAdd(assignment.AttemptId, 0))
            return await AwaitOtherAsync(claim, cancellationToken);

        if (await store.Labels.InsertAsync(claim, cancellationToken))
            return new Versioned<LabelDocument>(claim, 1);

        _underWay.TryRemove(assignment.AttemptId, out _);
        return await AwaitOtherAsync(claim, cancellationToken);
    }

    private async Task<Versioned<LabelDocument>?> AwaitOtherAsync(LabelDocument claim, CancellationToken cancellationToken)
    {
        while (true)
        {
            Versioned<LabelDocument>? known = await store.Labels.FindAsync(claim.Id, cancellationToken);
            if (known is { Document.State: not LabelState.Claimed })
            {
                await labels.PublishAsync(known.Document, cancellationToken);
                return null;
            }

            if (known is not null && !await IsAtWorkAsync(known.Document, cancellationToken) && _underWay.TryAdd(claim.Id, 0))
            {
                if (await store.Labels.ReplaceAsync(claim, known.Version, cancellationToken))
                    return new Versioned<LabelDocument>(claim, known.Version + 1);
                _underWay.TryRemove(claim.Id, out _);
            }

            await Task.Delay(s_look, time, cancellationToken);
        }
    }

    private async Task<bool> IsAtWorkAsync(LabelDocument claim, CancellationToken cancellationToken) =>
        claim.Owner == presence.WriterId
            ? _underWay.ContainsKey(claim.Id)
            : await presence.IsAliveAsync(claim.Owner, cancellationToken);
}
