using System.Text.RegularExpressions;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels;

namespace DialInsight.InstructionEvolution.Prompts;

/// <summary>Fills the prompts of a pack.</summary>
internal static partial class PromptTemplate
{
    /// <summary>The messages: system and user.</summary>
    public static IReadOnlyList<ModelMessage> Messages(InstructionPrompt prompt, IReadOnlyDictionary<string, string> values) =>
        [new("system", Fill(prompt.System, values)), new("user", Fill(prompt.Text, values))];

    /// <summary>The text with its placeholders filled. In one pass: what stands in a value, a dialogue's or a model's words, is never taken for a placeholder.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    /// <summary>What every prompt about a cell may name.</summary>
    public static Dictionary<string, string> About(CellSubject subject, IReadOnlyList<Turn> dialogue) => new(StringComparer.Ordinal)
    {
        ["scenario"] = subject.Scenario.Title[subject.Language],
        ["roles"] = Roles(subject),
        ["task"] = subject.TaskType.Title[subject.Language],
        ["dialogue"] = dialogue.Count == 0 ? (subject.Language == "zh" ? "（暂无）" : "(none)") : DialogueText.Render(dialogue, subject.Pack, subject.Language),
    };

    private static string Roles(CellSubject subject)
    {
        IEnumerable<SpeakerRole> roles = subject.Pack.Roles.Where(role => subject.Scenario.Roles.Count == 0 || subject.Scenario.Roles.Contains(role.Id));
        return string.Join(subject.Language == "zh" ? "、" : ", ", roles.Select(role => role.Title[subject.Language]));
    }

    [GeneratedRegex(@"\{\{\s*([a-z]+)\s*\}\}")]
    private static partial Regex Placeholder();
}
