using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.Labeling.Runs;
using DialInsight.LanguageModels;

namespace DialInsight.Labeling.Labels;

/// <summary>Asks the model for a label, has it repaired once where it does not fit the format, and tells what came of it.</summary>
internal sealed class Labeller(ILanguageModels models, IDomainPacks packs, EndedRuns endedRuns, TimeProvider time)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>How long a model that is away is waited for before the attempt fails; well inside the broker's acknowledgement timeout.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>The claim, settled.</summary>
    public async Task<LabelDocument> LabelAsync(LabelDocument claim, CancellationToken cancellationToken)
    {
        LabelAssignment assignment = claim.Assignment;
        var prompt = new LabelPrompt(assignment, packs.Find(assignment.Domain));
        List<ModelSpend> spend = [];
        try
        {
            ModelAnswer answer = await AskAsync(prompt.First(), assignment.RunId, cancellationToken);
            spend.Add(answer.Spend);
            Review review = Review.Of(assignment, answer);
            bool repaired = false;
            if (review.IsRepairable)
            {
                repaired = true;
                answer = await AskAsync(prompt.Repair(answer.Text, review.Errors), assignment.RunId, cancellationToken);
                spend.Add(answer.Spend);
                review = Review.Of(assignment, answer);
            }

            return review.Class is { } failure
                ? Failed(claim, failure, review.Reason, answer.Text, spend)
                : claim with
                {
                    State = LabelState.Labeled,
                    Answer = review.Canonical,
                    Labeller = answer.Model,
                    Repaired = repaired,
                    Spend = spend,
                    SettledAt = time.GetUtcNow(),
                };
        }
        catch (ModelRefusedRequestException exception)
        {
            return Failed(claim, FailureClass.RequestRejected, exception.Message, answer: null, spend);
        }
        catch (ModelUnavailableException exception)
        {
            return Failed(claim, FailureClass.ModelUnavailable, exception.Message, answer: null, spend);
        }
    }

    /// <summary>A model that is away is waited for, not failed against: its requests would use up the run's attempts for nothing.</summary>
    private async Task<ModelAnswer> AskAsync(ModelRequest request, string runId, CancellationToken cancellationToken)
    {
        DateTimeOffset since = time.GetUtcNow();
        TimeSpan pause = s_firstPause;
        while (true)
        {
            try
            {
                return await models.Labeller.AnswerAsync(request, cancellationToken);
            }
            catch (ModelUnavailableException) when (time.GetUtcNow() - since < s_patience && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(pause, time, cancellationToken);
                if (await endedRuns.HasEndedAsync(runId, cancellationToken))
                    throw;
                pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
            }
        }
    }

    private LabelDocument Failed(LabelDocument claim, FailureClass failure, string reason, string? answer, List<ModelSpend> spend) => claim with
    {
        State = LabelState.Failed,
        Class = failure,
        Reason = reason,
        Answer = answer,
        Spend = spend,
        SettledAt = time.GetUtcNow(),
    };
}
