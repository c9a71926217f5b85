using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Quality.Judging;

/// <summary>What each level asks of a label, in both languages.</summary>
internal static class Rubric
{
    private static readonly IReadOnlyDictionary<QualityLevel, string> s_chinese = new Dictionary<QualityLevel, string>
    {
        [QualityLevel.High] = "完成了指令的全部要求；每个说法都能在对话中找到依据；没有遗漏对话里的关键信息；格式正确，可以直接使用。",
        [QualityLevel.Medium] = "方向正确、主要内容有依据，但有遗漏、含糊或小错，改一改才能使用。",
        [QualityLevel.Low] = "答非所问、与对话矛盾、编造了对话里没有的内容，或者关键要求没有完成。",
    };

    private static readonly IReadOnlyDictionary<QualityLevel, string> s_english = new Dictionary<QualityLevel, string>
    {
        [QualityLevel.High] =
            "Does all that the instruction asks; every statement is grounded in the dialogue; nothing that matters is missing; usable as it is.",
        [QualityLevel.Medium] =
            "On the task and grounded in the main, with something missing, vague or slightly wrong: usable after correction.",
        [QualityLevel.Low] =
            "Off the task, at odds with the dialogue, states what the dialogue does not hold, or leaves the main request undone.",
    };

    /// <summary>The levels with their criteria, in an order that the seed fixes: judges favour what they read first.</summary>
    public static IReadOnlyList<(QualityLevel Level, string Criterion)> Shuffled(string language, ulong seed)
    {
        IReadOnlyDictionary<QualityLevel, string> criteria = language == "zh" ? s_chinese : s_english;
        List<QualityLevel> rest = [QualityLevel.High, QualityLevel.Medium, QualityLevel.Low];
        var order = new List<(QualityLevel, string)>();
        while (rest.Count > 0)
        {
            int next = (int)(seed % (ulong)rest.Count);
            seed /= (ulong)rest.Count;
            order.Add((rest[next], criteria[rest[next]]));
            rest.RemoveAt(next);
        }

        return order;
    }
}
