using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Quality.Judging;

/// <summary>A sample's texts as metrics, judge and exports read them.</summary>
internal static class SampleText
{
    /// <summary>The dialogue, a line a turn.</summary>
    public static string Dialogue(LabelAssignment assignment, IDomainPacks packs) =>
        DialogueText.Render(assignment.Turns, packs.Find(assignment.Domain), assignment.Language);

    /// <summary>The prompt without its dialogue.</summary>
    public static string Prompt(LabelAssignment assignment) => Join(assignment.Prompt.Before, assignment.Prompt.After);

    /// <summary>The prompt with a word in the dialogue's place that says where it is, for formats that keep it apart.</summary>
    public static string PromptWithReference(LabelAssignment assignment) =>
        Join(assignment.Prompt.Before, assignment.Language == "zh" ? "（对话内容见输入）" : "(The dialogue is given as the input.)", assignment.Prompt.After);

    /// <summary>What the labeller read.</summary>
    public static string Whole(LabelAssignment assignment, string dialogue) =>
        Join(assignment.Prompt.Before, dialogue, assignment.Prompt.After);

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var written = new List<string>(parts.Length);
        foreach (string part in parts)
        {
            string trimmed = part.Trim();
            if (trimmed.Length > 0)
                written.Add(trimmed);
        }

        return string.Join("\n\n", written);
    }
}
