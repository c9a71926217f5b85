using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.LanguageModels;
using DialInsight.Quality.Erasure;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>Takes samples in, has them judged once, and keeps what came of it. Safe to give the same sample twice.</summary>
internal sealed class SampleDesk(
    IDocumentCollection<Sample> samples,
    IDocumentCollection<StandingSample> standing,
    FactLog<Judgement> judgements,
    SampleJudge judge,
    EndedRuns ended,
    Slots slots,
    IDocumentCollection<LabelFailure> failures,
    Tombstones<TranscriptEraser> tombstones,
    TimeProvider time)
{
    /// <summary>After so many tries with the judge away, some two hours, a sample is given up as unjudged.</summary>
    public const int MostTries = 30;

    /// <summary>Keeps a sample and judges it. When the judge's model is away the sample stands, and is tried again later.</summary>
    public async Task TakeAsync(Sample sample, CancellationToken cancellationToken)
    {
        Task<bool> kept = samples.InsertAsync(sample, cancellationToken);
        Task<Verdict?> judged = TryJudgeAsync(sample, cancellationToken);
        bool isNew = await kept;
        if (await tombstones.HasAsync(sample.Assignment.TranscriptId, cancellationToken))
        {
            await judged;
            await ForgetAsync(sample, cancellationToken);
            return;
        }

        if (!isNew && (await judgements.Collection.FindAsync(sample.Id, cancellationToken))?.Document is { } earlier)
        {
            await judged;
            await judgements.PublishAsync(earlier, cancellationToken);
            return;
        }

        if (await judged is { } verdict)
            await DecideAsync(sample, verdict, cancellationToken);
        else
            await standing.InsertAsync(Standing(sample.Id, 1), cancellationToken);
    }

    /// <summary>Tries a standing sample again.</summary>
    public async Task RetryAsync(Versioned<StandingSample> entry, CancellationToken cancellationToken)
    {
        StandingSample next = Standing(entry.Document.Id, entry.Document.Tries + 1);
        // Whoever moves the due time works the sample; another replica leaves it alone until then.
        if (!await standing.ReplaceAsync(next, entry.Version, cancellationToken))
            return;
        if ((await samples.FindAsync(next.Id, cancellationToken))?.Document is { } sample
            && await judgements.Collection.FindAsync(next.Id, cancellationToken) is null
            && !await ended.HasEndedAsync(sample.Assignment.RunId, cancellationToken))
        {
            Verdict? verdict = await TryJudgeAsync(sample, cancellationToken);
            if (verdict is null && next.Tries < MostTries)
                return;
            await DecideAsync(sample, verdict ?? GivenUp("the judge's model could not be reached, retries included"), cancellationToken);
        }

        await standing.DeleteAsync(next.Id, cancellationToken);
    }

    /// <summary>Ends a sample whose message could not be worked as unjudged, so that its run does not wait for it for ever.</summary>
    public async Task GiveUpAsync(Sample sample, CancellationToken cancellationToken)
    {
        await samples.InsertAsync(sample, cancellationToken);
        if (await judgements.Collection.FindAsync(sample.Id, cancellationToken) is null)
            await DecideAsync(sample, GivenUp("the sample's message could not be worked; its message failure says why"), cancellationToken);
    }

    /// <summary>A sample that came after its transcript's erasure: it counts as failed, and nothing of it is kept.</summary>
    private async Task ForgetAsync(Sample sample, CancellationToken cancellationToken)
    {
        if (await judgements.Collection.FindAsync(sample.Id, cancellationToken) is null)
            await failures.InsertAsync(LabelFailure.ErasureOf(sample), cancellationToken);
        await samples.DeleteAsync(sample.Id, cancellationToken);
    }

    private async Task<Verdict?> TryJudgeAsync(Sample sample, CancellationToken cancellationToken)
    {
        try
        {
            return await judge.JudgeAsync(sample, cancellationToken);
        }
        catch (ModelUnavailableException)
        {
            return null;
        }
    }

    private async Task DecideAsync(Sample sample, Verdict verdict, CancellationToken cancellationToken)
    {
        var decision = new Decision
        {
            Outcome = await OutcomeAsync(sample.Assignment, verdict, cancellationToken),
            Level = verdict.Level,
            Reasons = verdict.Reasons,
            By = verdict.DecidedBy,
            At = time.GetUtcNow(),
        };
        if (decision.Outcome == JudgementOutcome.Surplus)
            decision = decision with { Reasons = ["its slot was filled already"] };
        if (await judgements.InsertAsync(Judgement.First(sample, verdict, decision), cancellationToken))
            JudgeTelemetry.Decided(decision);

        // An erasure either sees the judgement, or its tombstone is seen here.
        if (await tombstones.HasAsync(sample.Assignment.TranscriptId, cancellationToken))
            await tombstones.ReopenAsync(sample.Assignment.TranscriptId, cancellationToken);
    }

    private async Task<JudgementOutcome> OutcomeAsync(LabelAssignment assignment, Verdict verdict, CancellationToken cancellationToken)
    {
        if (verdict.Kind == VerdictKind.NoMajority)
            return JudgementOutcome.InReview;
        if (verdict.Kind == VerdictKind.Unjudged)
            return JudgementOutcome.Unjudged;
        if (verdict.Findings.Count > 0 || !assignment.Judging.Accept.Contains(verdict.Level!.Value))
            return JudgementOutcome.Rejected;
        string slot = SlotClaim.IdOf(assignment.RunId, assignment.CellId, assignment.Slot);
        return await slots.ClaimAsync(slot, assignment.AttemptId, 0, cancellationToken) ? JudgementOutcome.Accepted : JudgementOutcome.Surplus;
    }

    private Verdict GivenUp(string reason) => new()
    {
        Kind = VerdictKind.Unjudged,
        DecidedBy = judge.ModelName,
        Reasons = [reason],
    };

    private StandingSample Standing(string id, int tries) =>
        new() { Id = id, Tries = tries, DueAt = time.GetUtcNow() + StandingSample.Pause(tries) };
}
