using System.Collections.Concurrent;
using DialInsight.Hosting.Facts;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Publishes again what nothing was heard of, later each time, so that a slow queue is not flooded.</summary>
internal sealed class StandstillWatch(
    PromptAssemblyStore store, FactLog<RequestDocument> requests, FactLog<RunDocument> runs, VerdictReceiver receiver, RunInputs inputs, AttemptIssuer issuer, TimeProvider time)
{
    private const int LookAtOnce = 200;
    private static readonly TimeSpan s_reminder = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestNudge = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _reminded = new();

    /// <summary>Publishes the requests that are due, and settles what cancelled runs left behind.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        Query due = Query.All.UpTo("nudgeAt", time.GetUtcNow()).OrderBy("nudgeAt").Take(LookAtOnce);
        await foreach (Versioned<AttemptDocument> attempt in store.Attempts.StreamAsync(due, cancellationToken))
            await NudgeAsync(attempt, cancellationToken);
    }

    /// <summary>Publishes a completed run's facts again, once a minute, until quality answers.</summary>
    public async Task RemindAsync(RunDocument run, CancellationToken cancellationToken)
    {
        if (IsDue(run.Id))
            await runs.PublishAsync(run, cancellationToken);
    }

    /// <summary>Whether a run has not been looked at for a minute; asking marks it as looked at.</summary>
    public bool IsDue(string runId)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset since = _reminded.GetOrAdd(runId, now);
        return now - since >= s_reminder && _reminded.TryUpdate(runId, now, since);
    }

    private async Task NudgeAsync(Versioned<AttemptDocument> attempt, CancellationToken cancellationToken)
    {
        RunDocument? run = (await store.Runs.FindAsync(attempt.Document.RunId, cancellationToken))?.Document;
        DateTimeOffset now = time.GetUtcNow();
        if (run is null or { IsOver: true })
        {
            AttemptDocument abandoned = attempt.Document with { State = AttemptState.Failed, SettledAt = now, Reason = "its run was over" };
            await store.Attempts.ReplaceAsync(abandoned, attempt.Version, cancellationToken);
            return;
        }

        TimeSpan pause = AttemptIssuer.FirstNudge * Math.Pow(2, Math.Min(attempt.Document.Nudges, 10));
        AttemptDocument nudged = attempt.Document with
        {
            Nudges = attempt.Document.Nudges + 1,
            NudgeAt = now + (pause < s_longestNudge ? pause : s_longestNudge),
        };
        if (await store.Attempts.ReplaceAsync(nudged, attempt.Version, cancellationToken) && nudged.State == AttemptState.Requested)
            await RequestAgainAsync(run, nudged, cancellationToken);
    }

    private async Task RequestAgainAsync(RunDocument run, AttemptDocument attempt, CancellationToken cancellationToken)
    {
        if (await store.Requests.FindAsync(attempt.Id, cancellationToken) is { } request)
        {
            await requests.PublishAsync(request.Document, cancellationToken);
            return;
        }

        // Without a request, the process was killed before it wrote one, or an erasure took it away.
        if (await inputs.CellAsync(run.Id, attempt.CellId, cancellationToken) is { } cell
            && await issuer.IssueAsync(run, cell, attempt.Slot, attempt.Number, cancellationToken, attempt.RedriveOf, attempt.Excused) is { Attempt.State: AttemptState.Failed })
        {
            await receiver.ReceiveAsync(new Verdict(attempt.Id, AttemptState.Failed, -1, AttemptIssuer.Erased, [], []), cancellationToken);
        }
    }
}
