using DialInsight.Contracts;

namespace DialInsight.Client.Templates;

/// <summary>Asks for a prompt with a part that is not kept yet.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Language">The language.</param>
/// <param name="Part">The part as it may become; null shows the kept ones.</param>
/// <param name="Scenario">The scenario; null is the part's, or the pack's default.</param>
/// <param name="Task">The task type; null is the part's, or the pack's first.</param>
/// <param name="Transcript">The dialogue's transcript; null takes one of the scenario.</param>
/// <param name="Seed">Which of the other suitable parts are taken.</param>
/// <param name="Merge">Whether a model is asked to merge what follows the dialogue, which costs.</param>
public sealed record PreviewWish(
    string Domain, string Language, DraftPart? Part, string? Scenario = null, string? Task = null, string? Transcript = null, long Seed = 0, bool Merge = false);

/// <summary>A template part as it may become.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What part of a prompt it is.</param>
/// <param name="Scenario">The scenario it is for; null is any.</param>
/// <param name="TaskType">The task type it is for; null is any.</param>
/// <param name="Text">Its text.</param>
public sealed record DraftPart(string Id, string Kind, string? Scenario, string? TaskType, string Text);

/// <summary>A prompt as a run would send it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="TaskType">The task type.</param>
/// <param name="Transcript">The dialogue's transcript; null where there is none of the scenario: what depends on it is left open then.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Sections">The user's message in its sections; an empty line stands between them.</param>
/// <param name="Messages">What the model is sent.</param>
/// <param name="Tokens">How many tokens it has.</param>
/// <param name="Problems">What is wrong with the part; while there is anything it cannot be kept.</param>
/// <param name="Choices">What else could have been asked for.</param>
/// <param name="Merge">What a model makes of it where the recipe has it merge; null from services that do not tell.</param>
public sealed record PreviewView(
    string Scenario, string TaskType, string? Transcript, string Instruction, IReadOnlyList<PreviewSection> Sections, IReadOnlyList<PreviewMessage> Messages, PreviewTokens Tokens,
    IReadOnlyList<PreviewProblem> Problems, PreviewChoices Choices, PreviewMerge? Merge = null);

/// <summary>Merging of what follows the dialogue into one narrative.</summary>
/// <param name="Expected">What asking the model takes, about.</param>
/// <param name="Narrative">What came of it; null where nobody has asked for it yet.</param>
public sealed record PreviewMerge(MergeEstimate Expected, MergedNarrative? Narrative);

/// <summary>What asking the model takes, about.</summary>
/// <param name="InputTokens">Tokens it reads (Qwen).</param>
/// <param name="OutputTokens">Tokens it writes.</param>
/// <param name="Cost">In the currency of the configured prices; 0 without any.</param>
public sealed record MergeEstimate(int InputTokens, int OutputTokens, decimal Cost);

/// <summary>A merged narrative.</summary>
/// <param name="Text">The narrative, which stands after the dialogue in place of task, guidelines and format.</param>
/// <param name="IsUsed">Whether runs send it; where not, they send the parts one after another.</param>
/// <param name="Problem">Why it is not used; null where it is.</param>
/// <param name="Tokens">Its tokens (Qwen).</param>
/// <param name="Whole">The tokens of the whole prompt with it.</param>
/// <param name="Spend">What it cost just now; no calls where it was there already. Null where the endpoint refused.</param>
public sealed record MergedNarrative(string Text, bool IsUsed, NarrativeProblem? Problem, int Tokens, int Whole, ModelSpend? Spend);

/// <summary>What is wrong with a merged narrative.</summary>
/// <param name="Fault"><c>refused</c>, <c>empty</c>, <c>placeholderLeft</c>, <c>tooLong</c> or <c>nameLost</c>.</param>
/// <param name="Name">The placeholder, or the name of the output format; null where it is about neither.</param>
/// <param name="Message">The same in words.</param>
public sealed record NarrativeProblem(string Fault, string? Name, string Message);

/// <summary>A stretch of a prompt that came from one place.</summary>
/// <param name="Kind">The part's kind, or <c>dialogue</c>.</param>
/// <param name="Part">The part's id; null for the dialogue.</param>
/// <param name="Version">Its version; null for the dialogue, and for what is not kept yet.</param>
/// <param name="IsDraft">Whether it is the part that was given.</param>
/// <param name="Text">The text, its placeholders filled.</param>
/// <param name="Tokens">Its tokens (Qwen).</param>
public sealed record PreviewSection(string Kind, string? Part, string? Version, bool IsDraft, string Text, int Tokens);

/// <summary>A message to the model.</summary>
/// <param name="Role"><c>system</c> or <c>user</c>.</param>
/// <param name="Content">The text.</param>
public sealed record PreviewMessage(string Role, string Content);

/// <summary>Tokens of a prompt (Qwen).</summary>
/// <param name="Whole">All of both messages.</param>
/// <param name="Dialogue">The dialogue's.</param>
/// <param name="Part">Those of the part that was given, its placeholders open; null where none was.</param>
public sealed record PreviewTokens(int Whole, int Dialogue, int? Part);

/// <summary>One thing that is wrong with a part's text.</summary>
/// <param name="Fault"><c>empty</c>, <c>tooLong</c>, <c>unknownPlaceholder</c>, <c>notOnce</c>, <c>foreignPlaceholder</c> or <c>strayBraces</c>.</param>
/// <param name="Placeholder">The placeholder it is about, without braces; null where it is about none.</param>
/// <param name="Meant">The placeholder that was probably meant; null where none is near.</param>
/// <param name="Message">The same in words, as the rest of a sentence that “the text” begins.</param>
public sealed record PreviewProblem(string Fault, string? Placeholder, string? Meant, string Message);

/// <summary>What a preview can be asked for.</summary>
/// <param name="Scenarios">The scenarios that the part is for.</param>
/// <param name="Tasks">The task types that it is for.</param>
/// <param name="Placeholders">What its text may hold, without braces; one that it must hold comes first.</param>
public sealed record PreviewChoices(IReadOnlyList<PreviewChoice> Scenarios, IReadOnlyList<PreviewChoice> Tasks, IReadOnlyList<string> Placeholders);

/// <summary>One of several.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it, in the prompt's language.</param>
public sealed record PreviewChoice(string Id, string Title);
