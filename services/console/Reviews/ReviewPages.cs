using System.Net;
using DialInsight.Client.Http;
using DialInsight.Client.Reviews;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Reviews;

/// <summary>Labels that people look at: one at a time, the judge's view kept back until they have decided.</summary>
internal static class ReviewPages
{
    private const int Compared = 1000;

    public static void MapReviewPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/review", ShowAsync);
        pages.MapPost("/console/review", DecideAsync);
    }

    private static async Task<IResult> ShowAsync(string? run, string? last, Visit visit, CancellationToken cancellationToken)
    {
        string? wanted = string.IsNullOrEmpty(run) ? null : run;
        ReviewView? next = await visit.Client.Reviews.NextAsync(wanted, cancellationToken);
        JudgedSample? decided = last is null ? null : await visit.Client.Reviews.SampleAsync(last, cancellationToken);
        return Pages.Show<ReviewPage>(new { Item = next, Run = wanted, Decided = decided?.Judgement, Agreement = wanted is null ? null : await AgreementAsync(wanted, visit, cancellationToken) });
    }

    private static async Task<IResult> DecideAsync(HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        string id = form["id"].ToString(), level = form["level"].ToString(), run = form["run"].ToString();
        JudgedSample sample = await visit.Client.Reviews.SampleAsync(id, cancellationToken);
        string standing = sample.Judgement?.EditedAnswer ?? sample.Sample.Answer;
        string? answer = AnswerForm.Write(sample.Sample.Assignment.Format, standing, form);
        string reason = form["reason"].ToString().Trim() is { Length: > 0 } given ? given : visit["read; no remark", "已阅，无备注"];
        try
        {
            await visit.Client.Reviews.DecideAsync(id, new ReviewDecision(level, reason, answer), cancellationToken);
            return Local.See($"/console/review?run={Uri.EscapeDataString(run)}&last={Uri.EscapeDataString(id)}");
        }
        catch (ServiceException refused) when (refused.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest)
        {
            return Pages.Show<ReviewPage>(
                new { Item = Again(sample.Sample, answer ?? standing), Run = run.Length == 0 ? null : run, Refusal = string.Join(" ", refused.Errors.SelectMany(member => member.Value).Prepend(refused.Message)) },
                (int)refused.Status);
        }
    }

    /// <summary>The sample as it is reviewed, with what the reviewer wrote.</summary>
    private static ReviewView Again(SampleView sample, string answer) => new()
    {
        Id = sample.Id,
        RunId = sample.Assignment.RunId,
        CellId = sample.Assignment.CellId,
        Language = sample.Assignment.Language,
        Instruction = sample.Assignment.Instruction,
        Turns = sample.Assignment.Turns,
        Format = sample.Assignment.Format,
        Answer = answer,
    };

    /// <summary>How often people's first decision was the judge's, of those of the run that both decided on.</summary>
    private static async Task<Agreement> AgreementAsync(string run, Visit visit, CancellationToken cancellationToken)
    {
        JudgementPage page = await visit.Client.Reviews.JudgementsAsync(run, null, null, Compared, cancellationToken);
        (string? Judge, string? Person)[] both =
        [
            .. page.Items.Where(judgement => judgement.Reviewed)
                .Select(judgement => (judgement.Earlier.LastOrDefault(decision => !decision.ByPerson)?.Level, judgement.Current.Level))
                .Where(levels => levels.Item1 is not null),
        ];
        return new Agreement(page.Items.Count(judgement => judgement.Reviewed), both.Length, both.Count(levels => levels.Judge == levels.Person));
    }
}

/// <summary>How people and judge agree.</summary>
/// <param name="Reviewed">Labels that people decided on.</param>
/// <param name="Both">Those that the judge had decided on as well.</param>
/// <param name="Same">Those where both said the same.</param>
public sealed record Agreement(int Reviewed, int Both, int Same);
