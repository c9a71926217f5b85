using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.Quality;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>What a fact from labelling or quality means for an attempt.</summary>
internal sealed record Verdict(string AttemptId, AttemptState State, int Revision, string? Reason, IReadOnlyList<ModelSpend> LabelSpend, IReadOnlyList<ModelSpend> JudgeSpend)
{
    public bool Surplus { get; init; }

    /// <summary>The model took no request at all.</summary>
    public bool Blocked { get; init; }

    /// <summary>Whether it is that the transcript was erased, which nothing comes after.</summary>
    public bool Erased { get; init; }

    /// <summary>The attempt's transcript was erased.</summary>
    public static Verdict ErasureOf(string attemptId) =>
        new(attemptId, AttemptState.Failed, int.MaxValue, AttemptIssuer.Erased, [], []) { Erased = true };

    public static Verdict Of(SampleJudged fact) => fact.Outcome == JudgementOutcome.Erased ? ErasureOf(fact.AttemptId) : new(
        fact.AttemptId,
        fact.Outcome switch
        {
            JudgementOutcome.Accepted => AttemptState.Accepted,
            JudgementOutcome.InReview => AttemptState.InReview,
            JudgementOutcome.Unjudged => AttemptState.Failed,
            _ => AttemptState.Rejected,
        },
        fact.Revision,
        fact.Outcome switch
        {
            JudgementOutcome.Accepted or JudgementOutcome.InReview => null,
            JudgementOutcome.Surplus => "its slot was filled already",
            JudgementOutcome.Unjudged => "no verdict could be had",
            _ => string.Join("; ", fact.Reasons),
        },
        fact.LabelSpend,
        fact.Spend)
    {
        Surplus = fact.Outcome == JudgementOutcome.Surplus,
    };

    // Older than any judgement: one that comes again after a judgement changes nothing.
    public static Verdict Of(LabelingFailed fact) => fact.Class == FailureClass.Erased ? ErasureOf(fact.AttemptId) : new(
        fact.AttemptId, AttemptState.Failed, -1, $"{fact.Class}: {fact.Reason}", fact.Spend, [])
    {
        Blocked = fact.Class == FailureClass.KeyRefused,
    };

    /// <summary>The attempt as it stands after the verdict; null when it says nothing new.</summary>
    public AttemptDocument? Apply(AttemptDocument attempt, DateTimeOffset now)
    {
        AttemptDocument paid = Pay(attempt);
        if (Erased)
            return paid.WithoutTranscript(now) ?? (ReferenceEquals(paid, attempt) ? null : paid);
        if (Revision < attempt.Revision || (Revision == attempt.Revision && attempt.State != AttemptState.Requested))
            return ReferenceEquals(paid, attempt) ? null : paid;

        return paid with
        {
            State = State,
            Revision = Revision,
            Reason = Reason,
            Surplus = Surplus,
            Blocked = Blocked,
            SettledAt = State == AttemptState.InReview ? null : now,
        };
    }

    // What was spent is noted once, also where a later judgement was heard of first.
    private AttemptDocument Pay(AttemptDocument attempt)
    {
        bool label = attempt.LabelSpend.Count == 0 && LabelSpend.Count > 0;
        bool judge = attempt.JudgeSpend.Count == 0 && JudgeSpend.Count > 0;
        return !label && !judge ? attempt : attempt with
        {
            LabelSpend = label ? LabelSpend : attempt.LabelSpend,
            JudgeSpend = judge ? JudgeSpend : attempt.JudgeSpend,
        };
    }
}
