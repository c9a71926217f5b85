using System.Text.RegularExpressions;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Evolution;

/// <summary>Says an instruction in other words without changing what it asks.</summary>
internal static partial class Rewording
{
    private static readonly (string From, string To)[] Chinese =
    [
        ("对话", "沟通记录"), ("提取", "摘取"), ("抽取", "摘取"), ("总结", "归纳"), ("概括", "归纳"), ("判断", "研判"), ("列出", "写出"), ("找出", "指出"), ("分析", "剖析"),
        ("说明", "讲清"), ("比较", "对比"), ("整理", "梳理"), ("并且", "同时"), ("以及", "还有"), ("需要", "应当"), ("所有", "全部"), ("不要", "切勿"), ("根据", "依照"),
    ];

    private static readonly (string From, string To)[] English =
    [
        ("conversation", "exchange"), ("dialogue", "exchange"), ("extract", "pull out"), ("summarise", "sum up"), ("summarize", "sum up"), ("identify", "work out"), ("list", "set down"),
        ("explain", "make clear"), ("determine", "establish"), ("compare", "contrast"), ("write", "compose"), ("draft", "prepare"), ("record", "note down"), ("find", "locate"),
        ("every", "each"), ("keep", "retain"), ("mention", "refer to"), ("judge", "assess"), ("say", "state"),
    ];

    private static readonly string[] ChineseLeads = ["请认真阅读上文的交流内容，并完成这项工作：", "以上面的交流内容为准，完成如下要求：", "结合双方说过的每一句话，请完成："];
    private static readonly string[] EnglishLeads = ["Read the whole exchange above with care, and then do the following: ", "On the basis of everything the speakers said above, ", "Going only by what the speakers actually said, "];

    /// <summary>The instruction reworded; null when it was reworded already.</summary>
    public static string? Of(string instruction, string language, int draw)
    {
        bool chinese = language == "zh";
        string[] leads = chinese ? ChineseLeads : EnglishLeads;
        if (leads.Any(lead => instruction.StartsWith(lead, StringComparison.Ordinal)))
            return null;
        string text = instruction;
        foreach ((string from, string to) in chinese ? Chinese : English)
            text = chinese ? text.Replace(from, to, StringComparison.Ordinal) : Replaced(text, from, to);
        string lead = Variant.Pick(leads, instruction, draw);
        return chinese ? lead + Opening().Replace(text, "") : lead + (StartsSentence(text) ? char.ToLowerInvariant(text[0]) + text[1..] : text);
    }

    private static string Replaced(string text, string from, string to)
    {
        int at = text.IndexOf(from + " ", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (at > 0 && char.IsLetter(text[at - 1])))
            return text;
        string replacement = char.IsUpper(text[at]) ? char.ToUpperInvariant(to[0]) + to[1..] : to;
        return string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + from.Length));
    }

    private static bool StartsSentence(string text) => text.Length > 1 && char.IsUpper(text[0]) && (char.IsLower(text[1]) || text.StartsWith("A ", StringComparison.Ordinal));

    [GeneratedRegex("^请(?:你)?")]
    private static partial Regex Opening();
}
