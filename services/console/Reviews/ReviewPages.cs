using System.Globalization;
using System.Net;
using DialInsight.Client.Http;
using DialInsight.Client.Reviews;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Reviews;

/// <summary>Labels that people look at: one at a time, the judge's view kept back until they have decided.</summary>
internal static class ReviewPages
{
    private const int MostSkipped = 100;

    public static void MapReviewPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/review", ShowAsync);
        pages.MapPost("/console/review", DecideAsync);
    }

    /// <summary>The next sample's page.</summary>
    /// <param name="run">The run; null is any.</param>
    /// <param name="last">The sample that was decided on before; null where none was.</param>
    /// <param name="skipped">Samples to pass over; of many the latest.</param>
    public static string Address(string? run, string? last, IReadOnlyList<string> skipped)
    {
        IEnumerable<string> parameters =
        [
            $"run={Uri.EscapeDataString(run ?? "")}", .. last is null ? [] : new[] { $"last={Uri.EscapeDataString(last)}" }, .. skipped.TakeLast(MostSkipped).Select(id => $"skip={Uri.EscapeDataString(id)}"),
        ];
        return $"/console/review?{string.Join('&', parameters)}";
    }

    private static async Task<IResult> ShowAsync(string? run, string? last, string[]? skip, Visit visit, CancellationToken cancellationToken)
    {
        string? wanted = string.IsNullOrEmpty(run) ? null : run;
        string[] skipped = [.. (skip ?? []).TakeLast(MostSkipped)];
        ReviewView? next = await visit.Client.Reviews.NextAsync(wanted, skipped, cancellationToken);
        JudgedSample? decided = last is null ? null : await visit.Client.Reviews.SampleAsync(last, cancellationToken);
        return Pages.Show<ReviewPage>(new
        {
            Item = next,
            Run = wanted,
            Skipped = skipped,
            Decided = decided?.Judgement is { Reviewed: true } judgement ? judgement : null,
            Agreement = await visit.Client.Reviews.AgreementAsync(wanted, cancellationToken),
        });
    }

    private static async Task<IResult> DecideAsync(HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        string id = form["id"].ToString(), level = form["level"].ToString(), run = form["run"].ToString();
        string[] skipped = [.. form["skip"].OfType<string>()];
        JudgedSample sample = await visit.Client.Reviews.SampleAsync(id, cancellationToken);
        string standing = sample.Judgement?.EditedAnswer ?? sample.Sample.Answer;
        string? answer = AnswerForm.Write(sample.Sample.Assignment.Format, standing, form);
        string remark = form["reason"].ToString().Trim();
        int? seen = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : null;
        try
        {
            await visit.Client.Reviews.DecideAsync(id, new ReviewDecision(level, remark.Length > 0 ? remark : visit["read; no remark", "已阅，无备注"], answer, seen), cancellationToken);
            return Local.See(Address(run, id, skipped));
        }
        catch (ServiceException refused) when (refused.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest)
        {
            return Pages.Show<ReviewPage>(
                new
                {
                    Item = Again(sample.Sample, answer ?? standing) with { Revision = sample.Judgement?.Revision ?? 0 },
                    Run = run.Length == 0 ? null : run,
                    Skipped = skipped,
                    Remark = remark,
                    Refusal = visit.Tell(refused),
                },
                (int)refused.Status);
        }
    }

    /// <summary>The sample as it is reviewed, with what the reviewer wrote.</summary>
    private static ReviewView Again(SampleView sample, string answer) => new()
    {
        Id = sample.Id,
        RunId = sample.Assignment.RunId,
        CellId = sample.Assignment.CellId,
        Domain = sample.Assignment.Domain,
        Language = sample.Assignment.Language,
        Instruction = sample.Assignment.Instruction,
        Turns = sample.Assignment.Turns,
        Prompt = sample.Assignment.Prompt,
        Format = sample.Assignment.Format,
        Answer = answer,
    };
}
