namespace DialInsight.Quality.Judging;

/// <summary>What each score asks of a sample, in both languages. A recipe that selects has its judge give them.</summary>
internal static class ScoreRubric
{
    /// <summary>In Chinese, with what leads on to the answer's form.</summary>
    public const string Chinese = """
        再打两个 1 到 6 的整数分，与等级无关，同样以依据为准：
        - complexity（指令和对话对作答者的要求）：1 照抄一处原话即可；2 摘录几项明说的内容；3 要把散在多轮里的内容归到一起；4 要比较、取舍或遵守若干条件；5 要多步推理，或对话中说法有变化、有矛盾；6 条件和步骤都多，熟手也要费时间。
        - quality（标注作为学习范例有多好）：1 错误或无用；2 大部分缺失或没有依据；3 部分可用；4 正确，有小的不足；5 正确、完整、清楚；6 无可改进：准确、完整、句句有据、表达得当。

        """;

    /// <summary>In English, with what leads on to the answer's form.</summary>
    public const string English = """
        Then give two scores, whole numbers from 1 to 6, by the same evidence and whatever the level:
        - complexity, what instruction and dialogue ask of whoever answers: 1 one remark to copy; 2 a few things said outright; 3 things from several turns to bring together; 4 to weigh, compare or keep to several conditions; 5 several steps of reasoning, or a dialogue that changes or contradicts itself; 6 many conditions and steps at once, which take an expert time.
        - quality, how good the label is to learn from: 1 wrong or of no use; 2 mostly missing or ungrounded; 3 of use in part; 4 right, with small weaknesses; 5 right, complete and clear; 6 nothing to improve: exact, complete, grounded throughout, well put.

        """;
}
