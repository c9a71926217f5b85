using System.Text.RegularExpressions;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Runs;

/// <summary>What the service says of a recipe, in Chinese: services speak English. What is not known here stays as it came.</summary>
internal static class RecipeWords
{
    private static readonly (Regex English, string Chinese)[] s_sentences =
    [
        Sentence("is missing", "缺少该项"),
        Sentence("is missing: how many accepted samples are wanted\\?", "请填写需要多少条被接受的样本"),
        Sentence("is missing: the most the run may cost", "请填写费用上限"),
        Sentence("is missing: how many samples may the release hold at most\\?", "请填写最多发布多少条样本"),
        Sentence("must be a number above 0 and below 1: .*", "必须是大于 0 且小于 1 的数"),
        Sentence("must not be empty", "不能为空"),
        Sentence("must be a whole number from (\\S+) to (\\S+)", "必须是 $1 到 $2 之间的整数"),
        Sentence("must be a number from (\\S+) to (\\S+)", "必须是 $1 到 $2 之间的数"),
        Sentence("must be a number above (\\S+) and at most (\\S+)", "必须是大于 $1 且不超过 $2 的数"),
        Sentence("must be true or false", "必须是 true 或 false"),
        Sentence("\"(.*)\" is not in the domain pack(?:; did you mean \"?(.*?)\"?\\?)?", "领域包里没有“$1”"),
        Sentence("\"(.*)\" is no domain pack here.*", "没有名为“$1”的领域包"),
        Sentence("\"(.*)\" must be lower-case letters, digits and single dashes, 64 at most", "“$1”只能由小写字母、数字和单个连字符组成，最多 64 个字符"),
        Sentence("\"(.*)\" must be one of (.*), which .* has texts for", "“$1”不可用，该领域包只支持：$2"),
        Sentence("\"(.*)\" must be three capitals, as in USD or CNY", "“$1”必须是三个大写字母，例如 USD 或 CNY"),
        Sentence("is (\\S+) again; each scenario and task may be there once", "与前面重复：每个场景和任务的组合只能出现一次"),
        Sentence("must hold 1 to (\\S+) cells, each .*", "需要 1 到 $1 个单元格"),
        Sentence("must name at least one of (.*)", "至少选择一项：$1"),
        Sentence("is not known(?:; did you mean \"?(.*?)\"?\\?)?", "不认识这一项"),
    ];

    /// <summary>A message in the person's language.</summary>
    public static string Say(string message, Visit visit)
    {
        if (!visit.IsChinese)
            return message;
        (Regex English, string Chinese) known = Array.Find(s_sentences, sentence => sentence.English.IsMatch(message));
        return known.English is null ? message : known.English.Replace(message, known.Chinese);
    }

    private static (Regex, string) Sentence(string english, string chinese) =>
        (new Regex($"^{english}\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking), chinese);
}
