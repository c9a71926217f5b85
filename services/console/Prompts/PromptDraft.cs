using System.Globalization;
using DialInsight.Client.Templates;
using DialInsight.Client.Transcripts;

namespace DialInsight.WebConsole.Prompts;

/// <summary>A template part as somebody is editing or adding it.</summary>
/// <param name="Part">The part as it is in force, or was last; of a new one what was filled in.</param>
/// <param name="History">The part with its versions; null of a new one.</param>
/// <param name="Choice">What was filled in.</param>
/// <param name="Preview">The prompt it makes.</param>
/// <param name="Dialogues">The latest dialogues of the scenario, to choose from.</param>
public sealed record PromptDraft(TemplateView Part, TemplateHistory? History, PromptChoice Choice, PreviewView Preview, IReadOnlyList<TranscriptSummary> Dialogues)
{
    /// <summary>The versions, the newest first, without those that retired it.</summary>
    public IReadOnlyList<TemplateVersion> Versions { get; } = [.. History?.Versions.Where(version => version.Part is not null) ?? []];

    /// <summary>The version that retired it; null where prompts are made of it.</summary>
    public TemplateVersion? Retirement => History?.Versions is [{ Retired: true } last, ..] ? last : null;
}

/// <summary>A part's text, and what it is tried on.</summary>
/// <param name="Text">The text.</param>
/// <param name="Scenario">The scenario; null leaves it to the part.</param>
/// <param name="Task">The task type; null leaves it to the part.</param>
/// <param name="Transcript">The dialogue's transcript; null takes one of the scenario.</param>
/// <param name="Seed">Which of the other suitable parts are taken.</param>
/// <param name="IsMerged">Whether a model is asked to merge what follows the dialogue.</param>
public sealed record PromptChoice(string Text, string? Scenario = null, string? Task = null, string? Transcript = null, long Seed = 0, bool IsMerged = false)
{
    /// <summary>What a form says.</summary>
    public static PromptChoice Of(IFormCollection form) => new(
        form["text"].ToString().ReplaceLineEndings("\n").Trim(), Given(form["scenario"]), Given(form["task"]), Given(form["transcript"]),
        long.TryParse(form["seed"], NumberStyles.None, CultureInfo.InvariantCulture, out long seed) ? seed : 0,
        form["do"] == "merge");

    /// <summary>A field of a form; null where nothing was filled in.</summary>
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
