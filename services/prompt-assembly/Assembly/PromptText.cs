using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Formats;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>Splices template parts into a prompt: background and roles, the dialogue, then the narrative.</summary>
internal static partial class PromptText
{
    /// <summary>What stands before the dialogue; <c>{{channel}}</c> and <c>{{roles}}</c> are still open.</summary>
    public static string Before(PartChoice choice) =>
        Join(choice.Text(TemplatePartKind.ScenarioDescription), choice.Text(TemplatePartKind.RoleIntroduction), DialogueBlock(choice).Before);

    /// <summary>What follows the dialogue, given the narrative.</summary>
    public static string After(PartChoice choice, string narrative) => Join(DialogueBlock(choice).After, narrative);

    /// <summary>What is to be done, in the instruction's words.</summary>
    public static string Task(PartChoice choice, string instruction) => Splice(choice.Text(TemplatePartKind.TaskNarrative), "instruction", instruction);

    /// <summary>How to go about it.</summary>
    public static string Guidelines(PartChoice choice) => Join(choice.Text(TemplatePartKind.Guidelines), choice.Text(TemplatePartKind.Example));

    /// <summary>What the answer must look like.</summary>
    public static string Format(PartChoice choice, string language) =>
        Splice(choice.Text(TemplatePartKind.OutputFormat), "format", FormatText.Render(choice.Format, language));

    /// <summary>The parts as they are, one after another.</summary>
    public static string Narrative(PartChoice choice, string instruction, string language) =>
        Join(Task(choice, instruction), Guidelines(choice), Format(choice, language));

    /// <summary>Fills placeholders by name, with or without spaces inside; others stay. What is filled in is not looked at again.</summary>
    public static string Fill(string text, params (string Name, string Value)[] values) => Placeholder().Replace(
        text, match => Array.Find(values, value => value.Name == match.Groups["name"].Value).Value ?? match.Value);

    private static string Splice(string text, string name, string value) =>
        Fill(text, (name, value)) is var filled && filled != text ? filled : Join(text, value);

    /// <summary>What stands directly around the dialogue.</summary>
    public static (string Before, string After) DialogueBlock(PartChoice choice)
    {
        string block = choice.Text(TemplatePartKind.DialogueBlock);
        Match? dialogue = Placeholder().Matches(block).FirstOrDefault(match => match.Groups["name"].Value == "dialogue");
        return dialogue is null ? (block, "") : (block[..dialogue.Index].Trim(), block[(dialogue.Index + dialogue.Length)..].Trim());
    }

    private static string Join(params IEnumerable<string> texts) => string.Join("\n\n", texts.Where(text => text.Length > 0));

    [GeneratedRegex(@"\{\{\s*(?<name>\w+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
