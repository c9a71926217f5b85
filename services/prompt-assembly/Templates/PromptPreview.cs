using System.Text.Json;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Transcripts;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>A prompt as a run would send it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="TaskType">The task type.</param>
/// <param name="Transcript">The dialogue's transcript; null where there is none of the scenario: what depends on it is left open then.</param>
/// <param name="InstructionId">The approved instruction; empty where the words were given, or stand in for one.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Sections">The user's message in its sections; an empty line stands between them.</param>
/// <param name="Messages">What the model is sent.</param>
/// <param name="Tokens">How many tokens it has.</param>
/// <param name="Problems">What is wrong with the part that was given; while there is anything it cannot be kept.</param>
/// <param name="Choices">What else could have been asked for.</param>
/// <param name="Merge">What a model makes of it where the recipe has it merge.</param>
internal sealed record PromptPreview(
    string Scenario, string TaskType, string? Transcript, string InstructionId, string Instruction, IReadOnlyList<PreviewSection> Sections,
    IReadOnlyList<PreviewMessage> Messages, PreviewTokens Tokens, IReadOnlyList<TemplateTextProblem> Problems,
    PreviewChoices Choices, PreviewMerge Merge);

/// <summary>A prompt that is being previewed, before anything is said of merging.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Language">The language.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Choice">The parts it is made of.</param>
/// <param name="Preview">What is shown.</param>
internal sealed record PreviewDraft(DomainPack Pack, string Language, InstructionDocument Instruction, PartChoice Choice, PromptPreview Preview)
{
    public static PreviewDraft Of(
        DomainPack pack, string language, string scenario, string task, InstructionDocument instruction, TranscriptDocument? transcript, TemplatePart? draft, long seed)
    {
        TaskType taskType = pack.TaskTypes.First(known => known.Id == task);
        PartChoice choice = PartChoice.Draw(pack, language, scenario, taskType, instruction, variant: 0, seed);
        if (draft is not null)
            choice = choice with { Parts = new Dictionary<TemplatePartKind, TemplatePart>(choice.Parts) { [draft.Kind] = draft } };
        choice = choice.Fill(("scenario", pack.Scenarios.First(known => known.Id == scenario).Title[language]), ("task", taskType.Title[language]));

        PreviewSection[] sections = [.. Divide(choice, instruction.Text, pack, language, transcript, draft).Where(section => section.Text.Length > 0)];
        PreviewMessage[] messages = [new("system", LabelText.System(language)), new("user", string.Join("\n\n", sections.Select(section => section.Text)))];
        int dialogue = sections.FirstOrDefault(section => section.Kind == PreviewSection.Dialogue)?.Tokens ?? 0;
        int whole = messages.Sum(message => Tokenizer.Qwen.Count(message.Content));
        var preview = new PromptPreview(
            scenario, task, transcript?.Id, instruction.Id, instruction.Text, sections, messages, new PreviewTokens(whole, dialogue, draft is null ? null : Tokenizer.Qwen.Count(draft.Text)),
            draft is null ? [] : [.. TemplateText.Problems(draft.Kind, draft.Text)], PreviewChoices.Of(pack, language, draft), PreviewMerge.Unknown);
        return new PreviewDraft(pack, language, instruction, choice, preview);
    }

    /// <summary>The preview with what is known of merging.</summary>
    public PromptPreview Show(PreviewMerge merge) => Preview with { Merge = merge };

    private static IEnumerable<PreviewSection> Divide(PartChoice choice, string instruction, DomainPack pack, string language, TranscriptDocument? transcript, TemplatePart? draft)
    {
        DialogueSetting? setting = transcript is null ? null : DialogueSetting.Of(pack, transcript, language);
        (string before, string after) = PromptText.DialogueBlock(choice);
        yield return Section(TemplatePartKind.ScenarioDescription, choice.Text(TemplatePartKind.ScenarioDescription));
        yield return Section(TemplatePartKind.RoleIntroduction, choice.Text(TemplatePartKind.RoleIntroduction));
        yield return Section(TemplatePartKind.DialogueBlock, before);
        if (transcript is not null)
            yield return PreviewSection.Of(PreviewSection.Dialogue, null, null, false, DialogueText.Render(transcript.Turns, pack, language));
        yield return Section(TemplatePartKind.DialogueBlock, after);
        yield return Section(TemplatePartKind.TaskNarrative, PromptText.Task(choice, instruction));
        yield return Section(TemplatePartKind.Guidelines, choice.Text(TemplatePartKind.Guidelines));
        yield return Section(TemplatePartKind.Example, choice.Text(TemplatePartKind.Example));
        yield return Section(TemplatePartKind.OutputFormat, PromptText.Format(choice, language));

        PreviewSection Section(TemplatePartKind kind, string text)
        {
            bool isDraft = draft?.Kind == kind;
            TemplatePart? part = choice.Parts.GetValueOrDefault(kind);
            string? version = part is null || isDraft ? null : TemplatePartView.VersionOf(pack.Version, part.Edition);
            return PreviewSection.Of(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), part?.Id, version, isDraft, setting?.Fill(text) ?? text);
        }
    }
}

/// <summary>A stretch of a prompt that came from one place.</summary>
/// <param name="Kind">The part's kind, or <c>dialogue</c>.</param>
/// <param name="Part">The part's id; null for the dialogue.</param>
/// <param name="Version">Its version; null for the dialogue, and for what is not kept yet.</param>
/// <param name="IsDraft">Whether it is the part that was given.</param>
/// <param name="Text">The text, its placeholders filled.</param>
/// <param name="Tokens">Its tokens (Qwen).</param>
internal sealed record PreviewSection(string Kind, string? Part, string? Version, bool IsDraft, string Text, int Tokens)
{
    public const string Dialogue = "dialogue";

    public static PreviewSection Of(string kind, string? part, string? version, bool isDraft, string text) =>
        new(kind, part, version, isDraft, text, Tokenizer.Qwen.Count(text));
}

/// <summary>A message to the model.</summary>
/// <param name="Role"><c>system</c> or <c>user</c>.</param>
/// <param name="Content">The text.</param>
internal sealed record PreviewMessage(string Role, string Content);

/// <summary>Tokens of a prompt (Qwen).</summary>
/// <param name="Whole">All of both messages.</param>
/// <param name="Dialogue">The dialogue's.</param>
/// <param name="Part">Those of the part that was given, its placeholders open; null where none was.</param>
internal sealed record PreviewTokens(int Whole, int Dialogue, int? Part);

/// <summary>What a preview can be asked for.</summary>
/// <param name="Scenarios">The scenarios that the part is for.</param>
/// <param name="Tasks">The task types that it is for.</param>
/// <param name="Placeholders">What its text may hold, without braces; one that it must hold comes first. Empty where no part was given.</param>
internal sealed record PreviewChoices(IReadOnlyList<PreviewChoice> Scenarios, IReadOnlyList<PreviewChoice> Tasks, IReadOnlyList<string> Placeholders)
{
    public static PreviewChoices Of(DomainPack pack, string language, TemplatePart? draft) => new(
        [.. pack.Scenarios.Where(scenario => draft?.Scenario is null || draft.Scenario == scenario.Id).Select(scenario => new PreviewChoice(scenario.Id, scenario.Title[language]))],
        [.. pack.TaskTypes.Where(task => draft?.TaskType is null || draft.TaskType == task.Id).Select(task => new PreviewChoice(task.Id, task.Title[language]))],
        draft is null ? [] : TemplateText.Placeholders(draft.Kind));
}

/// <summary>One of several.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it, in the prompt's language.</param>
internal sealed record PreviewChoice(string Id, string Title);
