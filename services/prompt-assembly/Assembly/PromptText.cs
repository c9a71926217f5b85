using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Formats;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>Splices template parts into a prompt: background and roles, the dialogue, then the narrative.</summary>
internal static class PromptText
{
    private const string DialoguePlaceholder = "{{dialogue}}";

    /// <summary>What stands before the dialogue; <c>{{channel}}</c> and <c>{{roles}}</c> are still open.</summary>
    public static string Before(PartChoice choice, string scenarioTitle) =>
        Join(
            choice.Text(TemplatePartKind.ScenarioDescription).Replace("{{scenario}}", scenarioTitle, StringComparison.Ordinal),
            choice.Text(TemplatePartKind.RoleIntroduction).Replace("{{scenario}}", scenarioTitle, StringComparison.Ordinal),
            DialogueBlock(choice).Before);

    /// <summary>What follows the dialogue, given the narrative.</summary>
    public static string After(PartChoice choice, string narrative) => Join(DialogueBlock(choice).After, narrative);

    /// <summary>What is to be done, in the instruction's words.</summary>
    public static string Task(PartChoice choice, string instruction, string taskTitle)
    {
        string text = choice.Text(TemplatePartKind.TaskNarrative).Replace("{{task}}", taskTitle, StringComparison.Ordinal);
        return text.Contains("{{instruction}}", StringComparison.Ordinal)
            ? text.Replace("{{instruction}}", instruction, StringComparison.Ordinal)
            : Join(text, instruction);
    }

    /// <summary>How to go about it.</summary>
    public static string Guidelines(PartChoice choice) => Join(choice.Text(TemplatePartKind.Guidelines), choice.Text(TemplatePartKind.Example));

    /// <summary>What the answer must look like.</summary>
    public static string Format(PartChoice choice, string language)
    {
        string format = FormatText.Render(choice.Format, language);
        string text = choice.Text(TemplatePartKind.OutputFormat);
        return text.Contains("{{format}}", StringComparison.Ordinal)
            ? text.Replace("{{format}}", format, StringComparison.Ordinal)
            : Join(text, format);
    }

    /// <summary>The parts as they are, one after another.</summary>
    public static string Narrative(PartChoice choice, string instruction, string taskTitle, string language) =>
        Join(Task(choice, instruction, taskTitle), Guidelines(choice), Format(choice, language));

    /// <summary>Fills what depends on the dialogue.</summary>
    public static AssembledPrompt Fill(PromptDocument prompt, string channelTitle, string roles) => new(
        prompt.Before.Replace("{{channel}}", channelTitle, StringComparison.Ordinal).Replace("{{roles}}", roles, StringComparison.Ordinal),
        prompt.After.Replace("{{channel}}", channelTitle, StringComparison.Ordinal).Replace("{{roles}}", roles, StringComparison.Ordinal));

    private static (string Before, string After) DialogueBlock(PartChoice choice)
    {
        string block = choice.Text(TemplatePartKind.DialogueBlock);
        int at = block.IndexOf(DialoguePlaceholder, StringComparison.Ordinal);
        return at < 0 ? (block, "") : (block[..at].Trim(), block[(at + DialoguePlaceholder.Length)..].Trim());
    }

    private static string Join(params IEnumerable<string> texts) => string.Join("\n\n", texts.Where(text => text.Length > 0));
}
