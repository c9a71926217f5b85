using System.Globalization;
using System.Net;
using DialInsight.Client.Http;
using DialInsight.Client.Instructions;
using DialInsight.Client.Transcripts;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Curation;

/// <summary>The three gates: a queue each, and one candidate at a time.</summary>
internal static class CurationPages
{
    private const int Read = 50;
    private const int MostBatches = 1000;

    /// <summary>The gates in their order.</summary>
    public static readonly string[] Gates = ["curation", "screening", "refinement"];

    public static void MapCurationPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/curation", IndexAsync);
        pages.MapGet("/console/curation/{gate}", ShowAsync);
        pages.MapPost("/console/curation/{gate}/{id}", DecideAsync);
        pages.MapPost("/console/curation/{gate}/{id}/undo", UndoAsync);
        pages.MapGet("/console/instructions/{id}", LineageAsync);
    }

    private static async Task<IResult> IndexAsync(Visit visit, CancellationToken cancellationToken)
    {
        IEnumerable<Task<GateQueue>> queues = Gates.Select(async gate => new GateQueue(gate, [], await WaitingAsync(gate, visit, cancellationToken), null));
        InstructionPage approved = await visit.Client.Curation.ListAsync(new InstructionFilter(State: "approved", Newest: true), null, Read, cancellationToken);
        return Pages.Show<GatesPage>(new { Queues = await Task.WhenAll(queues), Approved = approved.Items });
    }

    private static async Task<IResult> ShowAsync(string gate, string? id, string? undo, int? done, Visit visit, CancellationToken cancellationToken) =>
        Gates.Contains(gate)
            ? Pages.Show<GatePage>(new { Queue = await QueueAsync(gate, id, done ?? 0, visit, cancellationToken), Undo = undo })
            : throw new ServiceException(HttpStatusCode.NotFound, null, visit["There is no such gate.", "没有这个关口。"]);

    private static async Task<IResult> DecideAsync(string gate, string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        string next = form["next"].ToString(), text = form["text"].ToString().ReplaceLineEndings("\n").Trim();
        string reason = form["own-reason"].ToString().Trim() is { Length: > 0 } own ? own : form["reason"].ToString();
        string decision = form["decision"].ToString() is { Length: > 0 } named ? named : "reject";
        int done = Done(form);
        try
        {
            var decided = new InstructionDecision(decision, decision == "edit" ? text : null, reason.Length == 0 ? null : reason, long.Parse(form["version"].ToString(), CultureInfo.InvariantCulture));
            await visit.Client.Curation.DecideAsync(id, decided, cancellationToken);
            return Local.See($"/console/curation/{gate}?id={Uri.EscapeDataString(next)}&undo={Uri.EscapeDataString(id)}&done={done + 1}", decision);
        }
        catch (ServiceException refused) when (refused.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest)
        {
            InstructionView standing = await visit.Client.Curation.GetAsync(id, cancellationToken);
            bool isOvertaken = standing.Gate != gate;
            return Pages.Show<GatePage>(
                new
                {
                    Queue = await QueueAsync(gate, isOvertaken ? next : id, done, visit, cancellationToken),
                    Overtaken = isOvertaken ? standing : null,
                    Refusal = isOvertaken ? null : visit.Tell(refused),
                    Draft = decision == "edit" && !isOvertaken ? text : null,
                },
                (int)refused.Status);
        }
    }

    private static async Task<IResult> UndoAsync(string gate, string id, HttpRequest request, Visit visit, CancellationToken cancellationToken)
    {
        int done = Done(await request.ReadFormAsync(cancellationToken));
        try
        {
            await visit.Client.Curation.UndoAsync(id, cancellationToken);
            return Local.See($"/console/curation/{gate}?id={Uri.EscapeDataString(id)}&done={Math.Max(0, done - 1)}", "undone");
        }
        catch (ServiceException refused) when (refused.Status == HttpStatusCode.Conflict)
        {
            string kept = visit["It stands now: something has been built on it.", "已有后续内容建立在这个决定之上，无法再撤销。"];
            return Pages.Show<GatePage>(new { Queue = await QueueAsync(gate, null, done, visit, cancellationToken), Refusal = $"{kept} {visit.Tell(refused)}" }, StatusCodes.Status409Conflict);
        }
    }

    private static int Done(IFormCollection form) => int.TryParse(form["done"], NumberStyles.None, CultureInfo.InvariantCulture, out int done) ? Math.Min(done, int.MaxValue - 1) : 0;

    /// <summary>How many wait at a gate, by the batches that stand there.</summary>
    private static async Task<long> WaitingAsync(string gate, Visit visit, CancellationToken cancellationToken)
    {
        BatchPage batches = await visit.Client.Curation.BatchesAsync(gate, null, MostBatches, cancellationToken);
        return batches.Items.Sum(batch => batch.Pending);
    }

    private static async Task<IResult> LineageAsync(string id, Visit visit, CancellationToken cancellationToken) =>
        Pages.Show<LineagePage>(new
        {
            Instruction = await visit.Client.Curation.GetAsync(id, cancellationToken),
            Tree = await visit.Client.Curation.LineageAsync(id, cancellationToken),
        });

    private static async Task<GateQueue> QueueAsync(string gate, string? id, int done, Visit visit, CancellationToken cancellationToken)
    {
        InstructionPage page = await visit.Client.Curation.ListAsync(new InstructionFilter(Gate: gate), null, Read, cancellationToken);
        InstructionView? chosen = page.Items.FirstOrDefault(item => item.Id == id) ?? (page.Items.Count > 0 ? page.Items[0] : null);
        // Those of people's own are in no batch.
        long all = page.NextCursor is null ? page.Items.Count : Math.Max(page.Items.Count, await WaitingAsync(gate, visit, cancellationToken));
        return new GateQueue(gate, page.Items, all, chosen is null ? null : await CandidateAsync(chosen.Id, visit, cancellationToken), Math.Max(0, done));
    }

    private static async Task<Candidate> CandidateAsync(string id, Visit visit, CancellationToken cancellationToken)
    {
        InstructionView instruction = await visit.Client.Curation.GetAsync(id, cancellationToken);
        InstructionView? parent = instruction.ParentId is { } parentId ? await visit.Client.Curation.GetAsync(parentId, cancellationToken) : null;
        return new Candidate(instruction, parent, await GroundingAsync(instruction.TranscriptId, visit, cancellationToken));
    }

    private static async Task<TranscriptView?> GroundingAsync(string? transcript, Visit visit, CancellationToken cancellationToken)
    {
        try
        {
            return transcript is null ? null : await visit.Client.Transcripts.GetAsync(transcript, cancellationToken);
        }
        catch (ServiceException gone) when (gone.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }
    }
}
