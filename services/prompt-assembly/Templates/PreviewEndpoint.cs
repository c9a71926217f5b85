using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Transcripts;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>A prompt as runs would send it, with a part that nobody has kept yet.</summary>
internal static class PreviewEndpoint
{
    private const int Longest = 20_000;

    public static void MapPreview(this IEndpointRouteBuilder templates) =>
        templates.MapPost("/preview", PreviewAsync).RequireRole(Role.Viewer)
            .WithSummary("A prompt on a real dialogue as a run would send it, part by part with its tokens; a part that is given takes the place of the kept ones. Keeps nothing, and asks a model only where `merge` says so.")
            .WithDescription("What is left out is chosen: `scenario` and `task` as the part has them or the pack's first, `transcript` one of the scenario, `instruction` one of the task, the other parts by `seed`. "
                + "Problems of the part's text are told under `problems`, and the prompt is shown all the same. "
                + "Recipes with `optimiseStructure` have a model merge what follows the dialogue into one narrative: `merge` tells what asking would take, and what came of it where it was asked before. With `\"merge\": true` "
                + "(curators) the model is asked; the account `templates/DOMAIN` pays, never a run.");

    private static async Task<Results<Ok<PromptPreview>, ProblemHttpResult>> PreviewAsync(
        PreviewRequest request, TemplateCatalogue catalogue, PromptAssemblyStore store, TranscriptPool transcripts, DialoguePool dialogues, MergePreviews merges, Principal principal,
        CancellationToken cancellationToken)
    {
        if (request.Merge && principal.Role < Role.Curator)
            return Problems.Create(StatusCodes.Status403Forbidden, "role-required", "The role is not enough", "Having a model merge asks for the role curator; leave `merge` out to see what is kept.", errors: null);
        if (string.IsNullOrEmpty(request.Domain) || await catalogue.CurrentAsync(request.Domain, cancellationToken) is not { } pack)
            return Problems.Invalid("preview-invalid", "The preview cannot be made", new Dictionary<string, string[]> { ["domain"] = ["must be a loaded domain pack"] });
        string scenario = request.Scenario ?? request.Part?.Scenario ?? pack.DefaultScenario;
        string task = request.Task ?? request.Part?.TaskType ?? pack.TaskTypes[0].Id;
        if (Faults(request, pack, scenario, task) is { Count: > 0 } faults)
            return Problems.Invalid("preview-invalid", "The preview cannot be made", faults);

        TranscriptDocument? transcript = request.Transcript is { } wanted
            ? await transcripts.FindAsync(wanted, cancellationToken)
            : await transcripts.StreamAsync(scenario, request.Language!, cancellationToken).FirstOrDefaultAsync(cancellationToken);
        if (transcript is null && request.Transcript is not null)
            return Problems.NotFound("transcript-unknown", "No such transcript", $"There is no transcript {request.Transcript}. GET /transcripts lists those that are; leave it out to take one of the scenario.");
        if (transcript is not null && dialogues.FirstWindow(transcript) is { } window)
            transcript = transcript.Within(window);
        InstructionDocument instruction = await InstructionAsync(request, pack, scenario, task, store, cancellationToken);
        var draft = PreviewDraft.Of(pack, request.Language!, scenario, task, instruction, transcript, Draft(request), request.Seed);
        return TypedResults.Ok(draft.Show(await merges.ShowAsync(draft, isAsked: request.Merge, cancellationToken)));
    }

    private static Dictionary<string, string[]> Faults(PreviewRequest request, DomainPack pack, string scenario, string task)
    {
        Dictionary<string, string[]> faults = [];
        if (request.Language is null || !pack.Languages.Contains(request.Language))
            faults["language"] = [$"must be one of {string.Join(", ", pack.Languages)}"];
        if (pack.Scenarios.All(known => known.Id != scenario))
            faults["scenario"] = [$"must be one of {string.Join(", ", pack.Scenarios.Select(known => known.Id))}"];
        if (pack.TaskTypes.All(known => known.Id != task))
            faults["task"] = [$"must be one of {string.Join(", ", pack.TaskTypes.Select(known => known.Id))}"];
        if (request.Part is { } part && (part.Text is null || part.Text.Length > Longest))
            faults["part.text"] = [$"must be given, with at most {Longest:N0} characters"];
        if (request.Part is { Kind: null })
            faults["part.kind"] = ["must be given"];
        if (request.Instruction?.Length > Longest)
            faults["instruction"] = [$"must be {Longest:N0} characters at most"];
        return faults;
    }

    private static TemplatePart? Draft(PreviewRequest request) => request.Part is not { } part
        ? null
        : new TemplatePart { Id = part.Id ?? "", Kind = part.Kind!.Value, Language = request.Language!, Scenario = part.Scenario, TaskType = part.TaskType, Text = part.Text! };

    /// <summary>The caller's words, else an approved instruction of the cell, else one that the pack gives for the task.</summary>
    private static async Task<InstructionDocument> InstructionAsync(
        PreviewRequest request, DomainPack pack, string scenario, string task, PromptAssemblyStore store, CancellationToken cancellationToken)
    {
        string language = request.Language!;
        var stated = new InstructionDocument { Id = "", Domain = pack.Name, Scenario = scenario, TaskType = task, Language = language, Text = request.Instruction?.Trim() ?? "" };
        if (stated.Text.Length > 0)
            return stated;
        Query ofCell = Query.All.Where("pool", InstructionDocument.PoolOf(pack.Name, scenario, task, language)).Where("retired", false);
        Page<InstructionDocument> approved = await store.Instructions.PageAsync(ofCell, cursor: null, size: 1, cancellationToken);
        if (approved.Items.Count > 0)
            return approved.Items[0].Document;
        Exemplar? exemplar = pack.Exemplars.FirstOrDefault(known => known.Language == language && known.TaskType == task && (known.Scenario is null || known.Scenario == scenario));
        return stated with { Text = exemplar?.Text ?? pack.TaskTypes.First(known => known.Id == task).Title[language] };
    }
}

/// <summary>Asks for a prompt.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Language">The language.</param>
/// <param name="Scenario">The scenario; null is the part's, or the pack's default.</param>
/// <param name="Task">The task type; null is the part's, or the pack's first.</param>
/// <param name="Part">A part to use in place of the kept ones; null uses those alone.</param>
/// <param name="Transcript">The dialogue's transcript; null takes one of the scenario.</param>
/// <param name="Instruction">The instruction, at most 20,000 characters; null takes one of the task.</param>
/// <param name="Seed">Which of the other suitable parts are taken.</param>
/// <param name="Merge">Whether a model is asked to merge what follows the dialogue, which the account of the pack's templates pays; curators may.</param>
internal sealed record PreviewRequest(
    string? Domain, string? Language, string? Scenario = null, string? Task = null, PreviewPart? Part = null, string? Transcript = null, string? Instruction = null, long Seed = 0, bool Merge = false);

/// <summary>A template part as it may become.</summary>
/// <param name="Id">Its id; null for a new one.</param>
/// <param name="Kind">What part of a prompt it is.</param>
/// <param name="Scenario">The scenario it is for; null is any.</param>
/// <param name="TaskType">The task type it is for; null is any.</param>
/// <param name="Text">Its text, at most 20,000 characters.</param>
internal sealed record PreviewPart(string? Id, TemplatePartKind? Kind, string? Scenario, string? TaskType, string? Text);
