using System.Text.RegularExpressions;
using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Narratives;

/// <summary>Leads task, guidelines and format into one narrative. The format's text stays word for word, so that every field and choice survives.</summary>
internal static partial class Narrative
{
    private static readonly (string Lead, string Middle, string Close)[] Chinese =
    [
        ("请根据上面的对话完成下面的任务。", "完成时请注意：", "最后，按照如下要求给出答案："),
        ("阅读完上面的对话之后，你要做的是：", "做的时候把握这几点：", "答案的写法如下："),
        ("现在请你处理这段对话。", "处理过程中要遵守这些约定：", "输出时严格采用下面的形式："),
    ];

    private static readonly (string Lead, string Middle, string Close)[] English =
    [
        ("Work from the conversation above.", "As you do so, keep to the following:", "Give your answer in this form:"),
        ("Once you have read the conversation above, here is what is wanted of you.", "While working, bear these points in mind:", "Finally, write the answer as follows:"),
        ("Your task concerns the conversation above.", "These rules apply throughout:", "The answer must look exactly like this:"),
    ];

    /// <summary>The narrative.</summary>
    public static string Write(MergeFacts facts, int draw)
    {
        (string lead, string middle, string close) = Variant.Pick(facts.Language == "zh" ? Chinese : English, facts.Task, draw);
        string task = Clean(facts.Task), guidelines = Clean(facts.Guidelines), format = Clean(facts.Format);
        string space = facts.Language == "zh" ? "" : " ";
        string opening = task.Length == 0 ? lead : lead + space + task;
        string advice = guidelines.Length == 0 ? "" : "\n" + middle + Lead(guidelines, space) + guidelines;
        string shape = format.Length == 0 ? "" : "\n" + close + "\n" + format;
        return opening + advice + shape;
    }

    private static string Lead(string text, string space) => text.Contains('\n', StringComparison.Ordinal) ? "\n" : space;

    private static string Clean(string text) => Placeholder().Replace(text, "").Trim();

    [GeneratedRegex(@"\{\{[^{}]*\}\}")]
    private static partial Regex Placeholder();
}
