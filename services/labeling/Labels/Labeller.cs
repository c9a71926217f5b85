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
        var prompt = new LabelPrompt(claim.Assignment, packs.Find(claim.Assignment.Domain));
        List<Asking> history = [];
        try
        {
            (ModelAnswer answer, Review review) = await AskAsync(claim.Assignment, prompt.First(), history, cancellationToken);
            if (review.IsRepairable)
                (answer, review) = await AskAsync(claim.Assignment, prompt.Repair(answer.Text, review.Errors), history, cancellationToken);
            return review.Class is { } failure
                ? Failed(claim, failure, review.Reason, answer.Text, history)
                : Labelled(claim, review.Canonical, answer.Model, history);
        }
        catch (ModelRefusedRequestException exception)
        {
            return GivenUp(claim, FailureClass.RequestRejected, exception, history);
        }
        catch (ModelUnavailableException exception)
        {
            return GivenUp(claim, exception.IsKeyRefused ? FailureClass.KeyRefused : FailureClass.ModelUnavailable, exception, history);
        }
    }

    private async Task<(ModelAnswer Answer, Review Review)> AskAsync(
        LabelAssignment assignment, ModelRequest request, List<Asking> history, CancellationToken cancellationToken)
    {
        ModelAnswer answer = await AskAsync(request, assignment.RunId, cancellationToken);
        Review review = Review.Of(assignment, answer);
        history.Add(new Asking(
            request.Purpose, time.GetUtcNow(), answer.Text, review.Class, [.. review.Errors.Select(error => $"{error.Field}: {error.Message}")], answer.FromCache, answer.Spend));
        return (answer, review);
    }

    /// <summary>A model that is away is waited for, not failed against: its requests would use up the run's attempts for nothing. Of a key that is refused only
    /// the attempt that finds it out fails; the others wait until it is taken again.</summary>
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
            catch (ModelUnavailableException away) when (!away.IsNews && time.GetUtcNow() - since < s_patience && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(pause, time, cancellationToken);
                if (await endedRuns.HasEndedAsync(runId, cancellationToken))
                    throw;
                pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
            }
        }
    }

    private LabelDocument Labelled(LabelDocument claim, string answer, string model, List<Asking> history) => claim with
    {
        State = LabelState.Labeled,
        Answer = answer,
        Labeller = model,
        Repaired = history.Count > 1,
        // What was asked once, and answered well, tells everything already.
        History = history.Count > 1 ? history : [],
        Spend = [.. history.Select(asking => asking.Spend!)],
        SettledAt = time.GetUtcNow(),
    };

    private LabelDocument Failed(LabelDocument claim, FailureClass failure, string reason, string? answer, List<Asking> history) => claim with
    {
        State = LabelState.Failed,
        Class = failure,
        Reason = reason,
        Answer = answer,
        History = history,
        Spend = [.. history.Select(asking => asking.Spend).OfType<Contracts.ModelSpend>()],
        SettledAt = time.GetUtcNow(),
    };

    private LabelDocument GivenUp(LabelDocument claim, FailureClass failure, Exception exception, List<Asking> history)
    {
        string? last = history.LastOrDefault()?.Answer;
        string purpose = history.Count == 0 ? ModelPurpose.Label : ModelPurpose.Repair;
        history.Add(new Asking(purpose, time.GetUtcNow(), null, failure, [exception.Message], false, null));
        return Failed(claim, failure, exception.Message, last, history);
    }
}
