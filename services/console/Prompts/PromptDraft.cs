using System.Globalization;
using DialInsight.Client.Templates;
using DialInsight.Client.Transcripts;

namespace DialInsight.WebConsole.Prompts;

/// <summary>A template part as somebody is editing it.</summary>
/// <param name="History">The part with its versions.</param>
/// <param name="Choice">What was filled in.</param>
/// <param name="Preview">The prompt it makes.</param>
/// <param name="Dialogues">The latest dialogues of the scenario, to choose from.</param>
public sealed record PromptDraft(TemplateHistory History, PromptChoice Choice, PreviewView Preview, IReadOnlyList<TranscriptSummary> Dialogues)
{
    /// <summary>The versions, the newest first, without those that retired it.</summary>
    public IReadOnlyList<TemplateVersion> Versions { get; } = [.. History.Versions.Where(version => version.Part is not null)];

    /// <summary>The part as it is in force.</summary>
    public TemplateView Part => Versions[0].Part!;
}

/// <summary>A part's text, and what it is tried on.</summary>
/// <param name="Text">The text.</param>
/// <param name="Scenario">The scenario; null leaves it to the part.</param>
/// <param name="Task">The task type; null leaves it to the part.</param>
/// <param name="Transcript">The dialogue's transcript; null takes one of the scenario.</param>
/// <param name="Seed">Which of the other suitable parts are taken.</param>
public sealed record PromptChoice(string Text, string? Scenario = null, string? Task = null, string? Transcript = null, long Seed = 0)
{
    /// <summary>What a form says.</summary>
    public static PromptChoice Of(IFormCollection form) => new(
        form["text"].ToString().ReplaceLineEndings("\n").Trim(), Given(form["scenario"]), Given(form["task"]), Given(form["transcript"]),
        long.TryParse(form["seed"], NumberStyles.None, CultureInfo.InvariantCulture, out long seed) ? seed : 0);

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
